-- The devices in use of the kinds that ENERGY STAR tests, with the typical energy consumption of
-- one by the facts of its model that hold on the last day of the month; null where no row knows the
-- model, or a power that its test weighs is not on record. programme is the version of the test.
-- A device whose model no row knows is of the kind of its category, and of each kind that models of
-- its category are of. A kind of which no row holds is left out: nothing was said of it.
-- quantity is the number of devices that a row stands for.
-- grain: one row per definition, device_id and kind
with dated_products as (
    select
        lower(trim(product_energy.manufacturer)) as manufacturer,
        lower(trim(product_energy.model)) as model,
        product_energy.kind,
        coalesce(product_energy.form, '') as form,
        product_energy.programme,
        product_energy.off_w,
        product_energy.sleep_w,
        product_energy.long_idle_w,
        product_energy.short_idle_w,
        product_energy.on_w,
        product_energy.tec_kwh_per_week,
        row_number() over (
            partition by
                lower(trim(product_energy.manufacturer)),
                lower(trim(product_energy.model))
            order by product_energy.valid_from desc
        ) as recency
    from product_energy
    cross join period
    where product_energy.valid_from <= period.last_on
        and (product_energy.valid_to is null or product_energy.valid_to >= period.last_on)
),
dated_weights as (
    select
        tec_weights.kind,
        coalesce(tec_weights.form, '') as form,
        tec_weights.programme,
        tec_weights.off_share,
        tec_weights.sleep_share,
        tec_weights.long_idle_share,
        tec_weights.short_idle_share,
        tec_weights.on_share,
        row_number() over (
            partition by
                tec_weights.kind,
                coalesce(tec_weights.form, ''),
                tec_weights.programme
            order by tec_weights.valid_from desc
        ) as recency
    from tec_weights
    cross join period
    where tec_weights.valid_from <= period.last_on
        and (tec_weights.valid_to is null or tec_weights.valid_to >= period.last_on)
),
products as (
    select
        dated_products.manufacturer,
        dated_products.model,
        dated_products.kind,
        dated_products.programme,
        case
            when dated_products.kind = 'imaging'
                then dated_products.tec_kwh_per_week * year_weeks.value
            else
                (
                    case
                        when dated_weights.off_share = 0 then 0
                        else dated_weights.off_share * cast(dated_products.off_w as double)
                    end
                    + case
                        when dated_weights.sleep_share = 0 then 0
                        else dated_weights.sleep_share * cast(dated_products.sleep_w as double)
                    end
                    + case
                        when dated_weights.long_idle_share = 0 then 0
                        else
                            dated_weights.long_idle_share
                            * cast(dated_products.long_idle_w as double)
                    end
                    + case
                        when dated_weights.short_idle_share = 0 then 0
                        else
                            dated_weights.short_idle_share
                            * cast(dated_products.short_idle_w as double)
                    end
                    + case
                        when dated_weights.on_share = 0 then 0
                        else dated_weights.on_share * cast(dated_products.on_w as double)
                    end
                ) * year_hours.value / 1000
        end as year_kwh
    from dated_products
    left join dated_weights
        on dated_weights.kind = dated_products.kind
        and dated_weights.form = dated_products.form
        and dated_weights.programme = dated_products.programme
        and dated_weights.recency = 1
    left join int_thresholds as year_hours
        on year_hours.threshold = 'year_hours'
    left join int_thresholds as year_weeks
        on year_weeks.threshold = 'tec_year_weeks'
    where dated_products.recency = 1
),
devices as (
    select
        int_inventory.month,
        int_inventory.definition,
        int_inventory.device_id,
        coalesce(int_inventory.category, 'unknown') as category,
        int_inventory.quantity,
        products.kind,
        products.programme,
        products.year_kwh
    from int_inventory
    left join products
        on products.manufacturer = lower(trim(int_inventory.manufacturer))
        and products.model = lower(trim(int_inventory.model))
    where int_inventory.status = 'in_use'
),
category_kinds as (
    select
        category,
        case
            when category in ('laptop', 'desktop', 'thin_client') then 'computer'
            when category = 'monitor' then 'display'
            when category in ('printer', 'mfp') then 'imaging'
        end as kind
    from devices
    union
    select
        category,
        kind
    from devices
),
told_devices as (
    select
        month,
        definition,
        device_id,
        category,
        kind,
        programme,
        quantity,
        year_kwh
    from devices
    where kind is not null
    union all
    select
        devices.month,
        devices.definition,
        devices.device_id,
        devices.category,
        category_kinds.kind,
        devices.programme,
        devices.quantity,
        devices.year_kwh
    from devices
    inner join category_kinds using (category)
    where devices.kind is null
)
select
    told_devices.month,
    told_devices.definition,
    told_devices.device_id,
    told_devices.category,
    told_devices.kind,
    told_devices.programme,
    told_devices.quantity,
    decimal_6(told_devices.year_kwh) as year_kwh
from told_devices
where told_devices.kind in (select products.kind from products)
