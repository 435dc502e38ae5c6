-- Lifetime counters of printers. Of a reading that a source gave twice the newer document counts;
-- what two sources tell of one instant adds up to one row.
-- grain: one row per printer_id and read_at
-- months: -2 to 2
with document_rows as (
    -- A document may tell the columns of one instant in several rows.
    select
        documents.definition,
        documents.batch,
        documents.name,
        printer_counters.document_id,
        printer_counters.printer_id,
        printer_counters.read_at,
        max(printer_counters.impressions) as impressions,
        max(printer_counters.printed_impressions) as printed_impressions,
        max(printer_counters.colour_impressions) as colour_impressions,
        max(printer_counters.duplex_sheets) as duplex_sheets
    from printer_counters
    inner join documents using (document_id)
    group by
        documents.definition,
        documents.batch,
        documents.name,
        printer_counters.document_id,
        printer_counters.printer_id,
        printer_counters.read_at
),
ranked_rows as (
    select
        printer_id,
        read_at,
        impressions,
        printed_impressions,
        colour_impressions,
        duplex_sheets,
        row_number() over (
            partition by definition, printer_id, read_at
            order by batch desc, name desc, document_id desc
        ) as recency
    from document_rows
)
select
    printer_id,
    read_at,
    max(impressions) as impressions,
    max(printed_impressions) as printed_impressions,
    max(colour_impressions) as colour_impressions,
    max(duplex_sheets) as duplex_sheets
from ranked_rows
where recency = 1
group by
    printer_id,
    read_at
