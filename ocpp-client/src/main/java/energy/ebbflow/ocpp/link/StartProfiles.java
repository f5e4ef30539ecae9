package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import java.util.Optional;

/** Profiles that came with a remote start and get their transaction afterwards (F01.FR.09). */
final class StartProfiles {
  private StartProfiles() {}

  static Installed bound(ChargingProfile p, int evse, String transaction) {
    return new Installed(
        evse,
        new ChargingProfile(
            p.id(),
            p.stackLevel(),
            p.chargingProfilePurpose(),
            p.chargingProfileKind(),
            p.recurrencyKind(),
            p.validFrom(),
            p.validTo(),
            Optional.of(transaction),
            p.maxOfflineDuration(),
            p.chargingSchedule(),
            p.invalidAfterOfflineDuration(),
            p.dynUpdateInterval(),
            p.dynUpdateTime(),
            p.priceScheduleSignature()));
  }
}
