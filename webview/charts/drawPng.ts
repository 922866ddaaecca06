/** Pixels for each CSS pixel: sharp on paper and on dense screens. */
const SCALE = 2;

/** Draws an SVG document of ours as PNG. Rejects where the browser cannot. */
export async function drawPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture cannot be drawn')) : resolve(blob))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
