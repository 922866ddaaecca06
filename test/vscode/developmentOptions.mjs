// What the address of a built VS Code cannot name, though the configuration that its page carries can.

/**
 * Gives VS Code's page options that are for developers of extensions, before it is opened.
 * @param {import('playwright-core').Page} page
 * @param {object} developmentOptions `extensions`, `extensionTestsPath`.
 */
export async function setDevelopmentOptions(page, developmentOptions) {
  await page.addInitScript((options) => {
    document.addEventListener('readystatechange', () => {
      const configuration = document.getElementById('vscode-workbench-web-configuration');
      if (window.top === window && document.readyState === 'interactive' && configuration) {
        const settings = JSON.parse(configuration.getAttribute('data-settings') ?? '{}');
        settings.developmentOptions = { ...settings.developmentOptions, ...options };
        configuration.setAttribute('data-settings', JSON.stringify(settings));
      }
    });
  }, developmentOptions);
}
