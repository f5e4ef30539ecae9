package energy.ebbflow.ocpp.v2.price;

import java.util.Optional;

/** A span in seconds from the start of the schedule. */
public record RelativeTimeInterval(int start, Optional<Integer> duration) {}
