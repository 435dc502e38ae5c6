-- The one server room, and the whole that it is.
select *
from (values ('organisation', 'all'), ('room', 'town-hall-sr')) as told(scope_kind, scope_id)
