-- Tickets about devices that were closed in the month, with the category of the device where the
-- ticket does not say it. A repair held where no other fault of the same device was told of within
-- the days of the factor repair_hold after it; without the device on the ticket it is taken to have
-- held.
-- quantity is the number of devices that a row stands for.
-- grain: one row per definition and ticket_id
with closed_tickets as (
    select
        period.month,
        stg_tickets.definition,
        stg_tickets.ticket_id,
        stg_tickets.device_id,
        stg_tickets.closed_on,
        stg_tickets.subject,
        stg_tickets.outcome,
        coalesce(stg_tickets.category, int_known_devices.category, 'unknown') as category,
        coalesce(stg_tickets.quantity, 1) as quantity,
        coalesce(stg_tickets.is_for_home, false) as is_for_home,
        stg_tickets.repair_eur,
        stg_tickets.replacement_eur
    from stg_tickets
    inner join period
        on stg_tickets.closed_on >= period.first_on
        and stg_tickets.closed_on <= period.last_on
    left join int_known_devices using (device_id)
),
failed_repairs as (
    select
        closed_tickets.definition,
        closed_tickets.ticket_id
    from closed_tickets
    inner join int_factors as repair_holds
        on repair_holds.purpose = 'repair_hold'
        and repair_holds.unit = 'days'
    inner join stg_tickets as later_tickets
        on later_tickets.device_id = closed_tickets.device_id
        and later_tickets.subject = 'fault'
        and later_tickets.ticket_id <> closed_tickets.ticket_id
        and later_tickets.opened_on >= closed_tickets.closed_on
        and days_between(closed_tickets.closed_on, later_tickets.opened_on) <= repair_holds.value
    where closed_tickets.outcome = 'repaired'
    group by
        closed_tickets.definition,
        closed_tickets.ticket_id
)
select
    closed_tickets.month,
    closed_tickets.definition,
    closed_tickets.ticket_id,
    closed_tickets.device_id,
    closed_tickets.subject,
    closed_tickets.outcome,
    closed_tickets.category,
    closed_tickets.quantity,
    closed_tickets.is_for_home,
    failed_repairs.ticket_id is null as has_held,
    closed_tickets.repair_eur,
    closed_tickets.replacement_eur
from closed_tickets
left join failed_repairs using (definition, ticket_id)
