package energy.ebbflow.simulator.ev.loop;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.Profile;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.transport.VehicleLink;
import energy.ebbflow.iso15118.transport.tls.KeyLog;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvConfig.TlsWish;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a vehicle asks for, and what it does when the charger or TLS says no. A pure value.
 *
 * @param credentials for TLS; empty: it cannot
 * @param profiles TLS 1.3 for ISO 15118-20, TLS 1.2 for ISO 15118-2; in one ClientHello
 * @param wish how much it wants TLS
 * @param keyLog where the secrets are written down
 */
record NetworkSecurity(
    Optional<Credentials> credentials, Set<Profile> profiles, TlsWish wish, KeyLog keyLog) {
  NetworkSecurity {
    profiles = Set.copyOf(profiles);
  }

  /** Of a vehicle that speaks these protocols: DIN SPEC 70121 knows no TLS. */
  static NetworkSecurity of(
      EvConfig.Protocols protocols, Optional<Credentials> credentials, KeyLog keyLog) {
    Set<Profile> profiles = EnumSet.noneOf(Profile.class);
    for (EvProtocol protocol : protocols.spoken()) {
      switch (protocol) {
        case ISO20_DC, ISO20_AC -> profiles.add(Profile.ISO20);
        case ISO2 -> profiles.add(Profile.ISO2);
        case DIN -> {}
      }
    }
    return new NetworkSecurity(credentials, profiles, protocols.tls(), keyLog);
  }

  /** What the first SDP request asks for. */
  Security asked() {
    boolean can = credentials.isPresent() && !profiles.isEmpty() && wish != TlsWish.NEVER;
    return can || wish == TlsWish.ALWAYS ? Security.TLS : Security.NONE;
  }

  /**
   * TLS towards a charger that offers it.
   *
   * @return empty where this vehicle cannot
   */
  Optional<VehicleLink.Tls> tls() {
    return profiles.isEmpty() || wish == TlsWish.NEVER
        ? Optional.empty()
        : credentials.map(own -> new VehicleLink.Tls(own, profiles, keyLog));
  }

  /** Why a charger's answer is of no use; empty where the vehicle goes on. */
  Optional<String> objection(Security answered) {
    if (answered == Security.TLS && tls().isEmpty()) {
      return Optional.of("the charger wants TLS, this vehicle has no certificates");
    }
    if (answered == Security.NONE && wish == TlsWish.ALWAYS) {
      return Optional.of("the charger has no TLS, this vehicle goes no further without");
    }
    return Optional.empty();
  }

  /** Whether the vehicle asks again, for plain TCP, after TLS has failed. */
  boolean plainAfterFailure() {
    return wish == TlsWish.WHERE_POSSIBLE;
  }
}
