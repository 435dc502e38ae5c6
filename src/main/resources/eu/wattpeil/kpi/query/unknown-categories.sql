-- Devices of categories that config/device-profiles.csv does not have, as they were last told.
-- grain: one row per definition and category
with told_devices as (
    select
        documents.definition,
        devices.category,
        devices.observed_on,
        coalesce(devices.quantity, 1) as quantity,
        coalesce(devices.is_own_report, false) as is_own_report,
        max(devices.observed_on) over (
            partition by documents.definition, coalesce(devices.is_own_report, false)
        ) as last_on,
        row_number() over (
            partition by documents.definition, devices.device_id
            order by
                devices.observed_on desc,
                documents.batch desc,
                documents.name desc,
                devices.document_id desc,
                devices.line desc
        ) as recency,
    from devices
    inner join documents using (document_id)
)
select
    definition,
    category,
    cast(sum(quantity) as bigint) as devices,
from told_devices
where recency = 1
    and (is_own_report or observed_on = last_on)
    and category not in (select category from known_categories)
group by definition, category
order by definition, devices desc, category
