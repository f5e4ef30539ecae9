package energy.ebbflow.ocpp.profile;

/**
 * What the station can hold, reported in SmartChargingCtrlr.
 *
 * @param maxStackLevel highest stack level
 * @param periodsPerSchedule most periods in a schedule
 * @param entries most profiles in all
 * @param evseCount EVSEs of the station
 */
public record ProfileLimits(
    int maxStackLevel, int periodsPerSchedule, int entries, int evseCount) {}
