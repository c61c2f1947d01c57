/** The first thing a planner sees: what to do. */

export function EmptyView() {
  return (
    <section className="empty">
      <svg viewBox="0 0 120 72" width="160" aria-hidden="true" className="empty-picture">
        {[0, 1, 2, 3].map((row) => (
          <g key={row} className={row === 1 || row === 2 ? "is-selected" : ""}>
            <rect x="4" y={4 + row * 16} width="34" height="12" rx="2" />
            <rect x="42" y={4 + row * 16} width="34" height="12" rx="2" />
            <rect x="80" y={4 + row * 16} width="34" height="12" rx="2" />
          </g>
        ))}
      </svg>
      <h2>Select the rows you want to make</h2>
      <p className="quiet">
        Shortages, sales-order lines or any list with an item and a quantity. What they would make shows up
        here first.
      </p>
    </section>
  );
}
