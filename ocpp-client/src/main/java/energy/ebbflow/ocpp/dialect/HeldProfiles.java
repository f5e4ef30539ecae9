package energy.ebbflow.ocpp.dialect;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Profiles that came with a remote start, to be installed when its transaction begins (F01.FR.09).
 * Confined to the link's thread.
 */
public final class HeldProfiles {
  /** More than outlets that can wait for a vehicle; some never come, then the oldest goes. */
  static final int MOST = 16;

  private final Map<Integer, ChargingProfile> held = new LinkedHashMap<>();

  public void hold(int remoteStart, ChargingProfile profile) {
    held.remove(remoteStart);
    if (held.size() >= MOST) {
      held.remove(held.keySet().iterator().next());
    }
    held.put(remoteStart, profile);
  }

  /** The profile of a remote start, once. */
  public Optional<ChargingProfile> take(int remoteStart) {
    return Optional.ofNullable(held.remove(remoteStart));
  }
}
