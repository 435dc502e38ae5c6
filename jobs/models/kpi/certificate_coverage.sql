-- unit: share
-- decimals: 3
-- better: higher
-- grain: category, organisation
-- numerator-unit: devices
-- denominator-unit: devices
-- over-time: ratio
-- over-scope: none
-- gap: keep
-- grade: P
-- practices: recycling
-- frames: ESRS E5-5, SDG 12.4
-- What leaves needs proof that its data were wiped, and what is waste also that it was recycled.
-- A proof that the log is silent about is not known, rather than missing.
with judged_exits as (
    select
        int_exits.category,
        int_exits.quantity,
        int_exits.is_in_month,
        case
            when not int_exits.has_wiping_certificate then false
            when int_disposal_routes.is_waste and not int_exits.has_recycling_certificate
                then false
            when int_exits.has_wiping_certificate and not int_disposal_routes.is_waste then true
            when int_exits.has_wiping_certificate and int_exits.has_recycling_certificate
                then true
        end as is_proven
    from int_exits
    inner join int_disposal_routes using (route)
    where int_exits.route not in ('internal_reuse', 'lost')
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when judged_exits.quantity is not null then judged_exits.quantity else 0 end)
            as exit_count,
        sum(case when judged_exits.is_proven is not null then judged_exits.quantity else 0 end)
            as known_count,
        sum(case when judged_exits.is_proven then judged_exits.quantity else 0 end)
            as proven_count
    from int_device_scopes
    inner join int_exit_months using (month)
    left join judged_exits
        on judged_exits.is_in_month
        and (
            int_device_scopes.scope_kind = 'organisation'
            or judged_exits.category = int_device_scopes.scope_id
        )
    group by
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id
)
select
    month,
    scope_kind,
    scope_id,
    cast(proven_count as decimal(18, 6)) as numerator,
    cast(known_count as decimal(18, 6)) as denominator,
    case
        when exit_count = 0 then cast(1 as double)
        else known_count / cast(exit_count as double)
    end as coverage,
    cast(1 as double) as measured_share
from scope_sums
