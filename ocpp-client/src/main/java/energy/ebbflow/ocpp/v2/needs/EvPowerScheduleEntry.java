package energy.ebbflow.ocpp.v2.needs;

/** One span of offered power: seconds and watts. */
public record EvPowerScheduleEntry(int duration, double power) {}
