-- unit: EUR/EUR
-- decimals: 2
-- better: context
-- grain: category, organisation
-- numerator-unit: EUR
-- denominator-unit: EUR
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- frames: ESRS E5-4, SDG 12.5
-- Of the same devices: a repair counts where both prices are on its ticket.
with repairs as (
    select
        category,
        quantity,
        repair_eur,
        replacement_eur,
        repair_eur is not null and replacement_eur is not null as is_known
    from int_device_tickets
    where outcome = 'repaired'
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when repairs.quantity is not null then repairs.quantity else 0 end)
            as repair_count,
        sum(case when repairs.is_known then repairs.quantity else 0 end) as known_count,
        sum(case when repairs.is_known then repairs.repair_eur else 0 end) as repair_eur,
        sum(case when repairs.is_known then repairs.replacement_eur else 0 end)
            as replacement_eur
    from int_device_scopes
    inner join int_registers
        on int_registers.month = int_device_scopes.month
        and int_registers.dataset = 'tickets'
    left join repairs
        on int_device_scopes.scope_kind = 'organisation'
        or repairs.category = int_device_scopes.scope_id
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    cast(repair_eur as decimal(18, 6)) as numerator,
    cast(replacement_eur as decimal(18, 6)) as denominator,
    case
        when repair_count = 0 then cast(1 as double)
        else known_count / cast(repair_count as double)
    end as coverage,
    cast(1 as double) as measured_share
from scope_sums
