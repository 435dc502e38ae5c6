-- Documents of which readings may not count: those that are doubtful, those that say things twice,
-- and those that may have the last word over the latter.
-- grain: one row per document
select document_id from doubtful_series
union
select document_id from crowded_series
union
select others.document_id
from document_series as others
inner join document_series as series using (meter_key, quantity, kind)
inner join crowded_series
    on crowded_series.document_id = series.document_id
    and crowded_series.meter_key = series.meter_key
    and crowded_series.quantity = series.quantity
    and crowded_series.kind = series.kind
where others.first_at <= series.last_at
    and others.last_at >= series.first_at
order by document_id
