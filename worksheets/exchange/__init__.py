"""Plans as CSV, XLSX and JSON Schema, and proposals made from files that come back."""
