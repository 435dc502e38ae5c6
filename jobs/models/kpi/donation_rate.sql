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
-- practices: donation
-- frames: ESRS E5-5, SDG 12.5
-- Of the devices that left and could be used on; what was donated or sold to be used could.
-- Measured is the share of donations with proof of wiping and the country of their receiver:
-- without these a donation may be electronic waste abroad.
with judged_exits as (
    select
        category,
        quantity,
        is_in_month,
        route = 'donation' as is_donated,
        case
            when route in ('donation', 'sale_for_reuse') then true
            else is_fit_for_reuse
        end as is_fit,
        coalesce(has_wiping_certificate, false) and receiver_country is not null as is_proven
    from int_exits
    where route not in ('internal_reuse', 'lost')
),
scope_sums as (
    select
        int_device_scopes.month,
        int_device_scopes.scope_kind,
        int_device_scopes.scope_id,
        sum(case when judged_exits.quantity is not null then judged_exits.quantity else 0 end)
            as exit_count,
        sum(case when judged_exits.is_fit is not null then judged_exits.quantity else 0 end)
            as known_count,
        sum(case when judged_exits.is_fit then judged_exits.quantity else 0 end) as fit_count,
        sum(case when judged_exits.is_donated then judged_exits.quantity else 0 end)
            as donated_count,
        sum(
            case
                when judged_exits.is_donated and judged_exits.is_proven
                    then judged_exits.quantity
                else 0
            end
        ) as proven_count
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
    cast(donated_count as decimal(18, 6)) as numerator,
    cast(fit_count as decimal(18, 6)) as denominator,
    case
        when exit_count = 0 then cast(1 as double)
        else known_count / cast(exit_count as double)
    end as coverage,
    case
        when donated_count = 0 then cast(1 as double)
        else proven_count / cast(donated_count as double)
    end as measured_share
from scope_sums
