package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;

/**
 * A profile that was accepted.
 *
 * @param evse counts from 1; 0 is the station, or every EVSE for a TxDefaultProfile
 */
public record Installed(int evse, ChargingProfile profile) {}
