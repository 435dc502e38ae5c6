-- Tickets opened in the month and in the twelve before and after it, as they were last told: one
-- that was open and is told again as closed is closed. Later ones tell whether a repair held.
-- grain: one row per definition and ticket_id
-- months: -12 to 12
with ranked_rows as (
    select
        documents.definition,
        tickets.opened_on,
        tickets.ticket_id,
        tickets.closed_on,
        tickets.subject,
        tickets.outcome,
        tickets.device_id,
        tickets.category,
        tickets.quantity,
        tickets.is_for_home,
        tickets.repair_eur,
        tickets.replacement_eur,
        row_number() over (
            partition by documents.definition, tickets.ticket_id
            order by
                documents.batch desc,
                documents.name desc,
                tickets.document_id desc,
                tickets.line desc
        ) as recency
    from tickets
    inner join documents using (document_id)
)
select
    definition,
    opened_on,
    ticket_id,
    closed_on,
    subject,
    outcome,
    device_id,
    category,
    quantity,
    is_for_home,
    repair_eur,
    replacement_eur
from ranked_rows
where recency = 1
