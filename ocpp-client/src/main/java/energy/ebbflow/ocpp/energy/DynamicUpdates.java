package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.v2.energy.ScheduleUpdate;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dynamic profiles: values that are pushed, and values that are pulled (K28). */
final class DynamicUpdates {
  private final ProfileShelf shelf;

  /** When each profile was asked for last; bounded by the profiles. */
  private final Map<Integer, Instant> asked = new HashMap<>();

  DynamicUpdates(ProfileShelf shelf) {
    this.shelf = shelf;
  }

  /** K28.FR.06, .08, .09, .11: new values for a profile, now. */
  Optional<Refusal> apply(int id, ScheduleUpdate update, Instant now) {
    Optional<Installed> found =
        shelf.profiles().installed().stream().filter(i -> i.profile().id() == id).findFirst();
    if (found.isEmpty()
        || id < 0
        || found.get().profile().chargingProfileKind() != ChargingProfileKind.DYNAMIC) {
      return Optional.of(new Refusal("InvalidProfile", "no dynamic profile " + id));
    }
    Installed next =
        new Installed(found.get().evse(), Periods.updated(found.get().profile(), update, now));
    Optional<Refusal> refusal = shelf.check(next, false);
    if (refusal.isEmpty()) {
      shelf.hold(shelf.profiles().replaced(next.profile()));
    }
    return refusal;
  }

  /** The profiles whose values are to be asked for now. */
  List<Integer> due(Instant now) {
    List<Integer> due = new ArrayList<>();
    asked.keySet().removeIf(id -> pulling().stream().noneMatch(profile -> profile.id() == id));
    for (ChargingProfile profile : pulling()) {
      if (!now.isBefore(next(profile, now))) {
        asked.put(profile.id(), now);
        due.add(profile.id());
      }
    }
    return due;
  }

  /** When {@link #due} is worth a look. */
  Optional<Instant> nextDue(Instant now) {
    return pulling().stream().map(profile -> next(profile, now)).min(Instant::compareTo);
  }

  private Instant next(ChargingProfile profile, Instant now) {
    int interval = profile.dynUpdateInterval().orElse(1);
    Instant last = profile.dynUpdateTime().orElse(now);
    Instant ask = asked.getOrDefault(profile.id(), last);
    return (ask.isAfter(last) ? ask : last).plusSeconds(interval);
  }

  private List<ChargingProfile> pulling() {
    return shelf.profiles().installed().stream()
        .map(Installed::profile)
        .filter(p -> p.chargingProfileKind() == ChargingProfileKind.DYNAMIC && p.id() >= 0)
        .filter(p -> p.dynUpdateInterval().orElse(0) > 0)
        .toList();
  }
}
