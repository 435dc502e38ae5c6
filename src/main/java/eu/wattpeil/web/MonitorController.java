package eu.wattpeil.web;

import eu.wattpeil.monitor.Health;
import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.operate.Vitals;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs read that watch over the server. */
@RestController
final class MonitorController {

    static final String METRICS = "/metrics";
    static final String HEALTH = "/health";

    private final ShownWorkspace shown;
    private final ServerMonitor monitor;
    private final Clock clock;

    MonitorController(ShownWorkspace shown, ServerMonitor monitor, Clock clock) {
        this.shown = shown;
        this.monitor = monitor;
        this.clock = clock;
    }

    @GetMapping(METRICS)
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ServerMonitor.format()))
                .body(monitor.metrics(() -> Vitals.of(shown.setup(), clock)));
    }

    @GetMapping(HEALTH)
    ResponseEntity<String> health() {
        Health health = monitor.health();
        return ResponseEntity.status(health.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(health.json());
    }
}
