package energy.ebbflow.ocpp.dialect;

import energy.ebbflow.ocpp.link.Registration;
import java.time.Instant;

/** What the back office said to BootNotification. */
public record BootAnswer(Registration.Verdict verdict, int intervalSeconds, Instant currentTime) {}
