/** esbuild writes the imported style sheets to dist/webview.css. */
declare module '*.css';
