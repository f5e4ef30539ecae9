package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.profile.ActiveTransaction;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.profile.Installed;
import energy.ebbflow.ocpp.profile.ProfileBook;
import energy.ebbflow.ocpp.profile.Refusal;
import java.util.List;
import java.util.Optional;

/** The charging profiles of the station, as its energy services change them. */
public interface ProfileShelf {
  ProfileBook profiles();

  /** Replaces the profiles, on disk first. */
  void profiles(ProfileBook next);

  /**
   * Replaces the profiles until the next restart: values that come every few seconds wear disks.
   */
  void hold(ProfileBook next);

  List<ActiveTransaction> active();

  /** What the disk knows of the back office. */
  Presence presence();

  /** Why a profile cannot be installed. */
  Optional<Refusal> check(Installed candidate, boolean pendingStart);

  /**
   * How watts and amperes relate.
   *
   * @param evse counts from 1; 0 is the whole station
   */
  Electrical electrical(int evse);
}
