export function NomenclaturePage() { return <div>NomenclaturePage</div>; }
