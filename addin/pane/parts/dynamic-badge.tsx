/** Marks an MO that follows its sales-order line until it is released. */
import { Badge } from "@fluentui/react-components";

export function DynamicBadge() {
  return (
    <Badge appearance="tint" color="brand" title="Follows its line until it is released">
      Dynamic
    </Badge>
  );
}
