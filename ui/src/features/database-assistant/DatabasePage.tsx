export function DatabasePage() { return <div>DatabasePage</div>; }
