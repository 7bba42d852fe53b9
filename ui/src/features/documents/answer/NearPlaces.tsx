import { Button, Collapse, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";

import type { Quotation } from "./answer";
import { QuotationCard } from "./QuotationCard";

type Props = { title: string; quotations: Quotation[]; answerId: number; isOpenAtFirst?: boolean };

/** Places that do not answer but may help, out of the way until they are wanted. */
export function NearPlaces({ title, quotations, answerId, isOpenAtFirst = false }: Props) {
  const [isOpen, { toggle }] = useDisclosure(isOpenAtFirst);
  if (quotations.length === 0) return null;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Chevron size={14} />}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {title}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack gap="xs" pt="xs">
          {quotations.map((quotation) => (
            <QuotationCard key={quotation.number} quotation={quotation} answerId={answerId} isNear />
          ))}
        </Stack>
      </Collapse>
    </div>
  );
}
