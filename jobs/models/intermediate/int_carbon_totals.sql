-- The ICT's carbon footprint of the month, in each of its views: electricity by its place
-- (location) or by its contracts (market), hardware in the month of purchase (acquired) or spread
-- over its life (amortised). It needs the electricity of devices and the hardware, and each other
-- part that applies: one that is not known makes the total unknown, and coverage is then the share
-- of the parts that are known. Otherwise coverage is the share of the weight that is.
-- grain: one row per method and accounting, or none where no part applies
with views as (
    select
        'location' as method,
        'acquired' as accounting
    from period
    union all
    select
        'location' as method,
        'amortised' as accounting
    from period
    union all
    select
        'market' as method,
        'acquired' as accounting
    from period
    union all
    select
        'market' as method,
        'amortised' as accounting
    from period
),
view_sums as (
    select
        int_carbon_parts.month,
        views.method,
        views.accounting,
        count(*) + 2
        - count(
            case when int_carbon_parts.part in ('device_electricity', 'hardware') then 1 end
        ) as part_count,
        count(int_carbon_parts.kg) as known_count,
        cast(sum(exact(int_carbon_parts.kg)) as double) as kg,
        cast(sum(exact(int_carbon_parts.known_kg)) as double) as known_kg,
        cast(sum(exact(int_carbon_parts.whole_kg)) as double) as whole_kg,
        cast(
            sum(exact(int_carbon_parts.known_kg * int_carbon_parts.measured_share)) as double
        ) as measured_kg
    from views
    inner join int_carbon_parts
        on (int_carbon_parts.method is null or int_carbon_parts.method = views.method)
        and (
            int_carbon_parts.accounting is null
            or int_carbon_parts.accounting = views.accounting
        )
    group by
        int_carbon_parts.month,
        views.method,
        views.accounting
)
select
    month,
    method,
    accounting,
    decimal_6(case when known_count = part_count then kg end) as kg,
    case
        when known_count = part_count then coalesce(known_kg / nullif(whole_kg, 0), 1)
        else cast(known_count as double) / part_count
    end as coverage,
    case
        when known_count = part_count then coalesce(measured_kg / nullif(kg, 0), 0)
        else cast(0 as double)
    end as measured_share
from view_sums
