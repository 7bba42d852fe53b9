export function DocumentsPage() { return <div>DocumentsPage</div>; }
