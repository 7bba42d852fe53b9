import { useEffect, useRef } from "react";

type Props = { blob: Blob; alt: string; className: string | undefined; onLoad: () => void };

/** A picture whose bytes are here already: its address needs no token, and is given back when it is shown no more. */
export function BlobImage({ blob, alt, className, onLoad }: Props) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return <img ref={image} className={className} alt={alt} onLoad={onLoad} />;
}
