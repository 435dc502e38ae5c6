-- unit: share
-- decimals: 3
-- better: higher
-- grain: category, organisation
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- factors: repair_hold
-- grade: P
-- practices: repair-first
-- frames: ESRS E5-4, SDG 12.5
-- Of the faults that a repair or another device ended in the month. A repair after which the device
-- failed again within the days of the factor counts as a replacement, and so does a swap by the
-- supplier. Measured is the share of tickets that name the device: of others nobody sees a failure.
with faults as (
    select
        category,
        quantity,
        outcome = 'repaired' and has_held as is_repaired,
        outcome is not null as is_known,
        device_id is not null as is_named
    from int_device_tickets
    where subject = 'fault'
        and (
            outcome is null
            or outcome in ('repaired', 'replaced', 'bought_new', 'bought_refurbished')
        )
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when faults.quantity is not null then faults.quantity else 0 end) as fault_count,
        sum(case when faults.is_known then faults.quantity else 0 end) as known_count,
        sum(case when faults.is_repaired then faults.quantity else 0 end) as repaired_count,
        sum(case when faults.is_known and faults.is_named then faults.quantity else 0 end)
            as named_count
    from int_device_scopes
    inner join int_registers
        on int_registers.month = int_device_scopes.month
        and int_registers.dataset = 'tickets'
    left join faults
        on int_device_scopes.scope_kind = 'organisation'
        or faults.category = int_device_scopes.scope_id
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    cast(repaired_count as decimal(18, 6)) as numerator,
    cast(known_count as decimal(18, 6)) as denominator,
    case
        when fault_count = 0 then cast(1 as double)
        else known_count / cast(fault_count as double)
    end as coverage,
    case
        when known_count = 0 then cast(1 as double)
        else named_count / cast(known_count as double)
    end as measured_share
from scope_sums
