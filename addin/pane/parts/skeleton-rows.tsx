/** The shape of what is coming, so that nothing jumps when it is there. */
import { Skeleton, SkeletonItem } from "@fluentui/react-components";

export function SkeletonRows({ label }: { readonly label: string }) {
  return (
    <Skeleton aria-label={label} className="skeleton">
      {[100, 72, 86, 64, 90].map((width) => (
        <SkeletonItem key={width} size={16} style={{ width: `${String(width)}%` }} />
      ))}
    </Skeleton>
  );
}
