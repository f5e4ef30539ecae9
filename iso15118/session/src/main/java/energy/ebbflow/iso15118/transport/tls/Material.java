package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Credentials;
import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.IdentityCheck;
import energy.ebbflow.iso15118.pki.OcspSource;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was read of one side's credentials at one time. Immutable.
 *
 * @param identities chains of each profile, the preferred one first
 * @param peers how the other side's chain is checked
 * @param ocsp responses for our own chains
 */
record Material(Map<Profile, List<Identity>> identities, PeerCheck peers, OcspSource ocsp) {
  Material {
    identities = Map.copyOf(identities);
  }

  static Material read(Credentials credentials) throws PkiException {
    Map<Profile, List<Identity>> identities = new EnumMap<>(Profile.class);
    List<X509Certificate> anchors = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      identities.put(profile, List.copyOf(credentials.identities(profile)));
      for (X509Certificate anchor : credentials.trustAnchors(profile)) {
        if (!anchors.contains(anchor)) {
          anchors.add(anchor);
        }
      }
    }
    return new Material(
        identities, new PeerCheck(anchors, credentials.revocationLists()), credentials.ocsp());
  }

  /** The chains of a profile that are valid now. */
  List<Identity> valid(Profile profile, Instant at) {
    return all(profile).stream()
        .filter(identity -> IdentityCheck.validity(identity, at).isEmpty())
        .toList();
  }

  List<Identity> all(Profile profile) {
    return identities.getOrDefault(profile, List.of());
  }

  /** Why chains are left out now, a line for each. */
  List<String> invalid(Instant at) {
    List<String> reasons = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      for (Identity identity : all(profile)) {
        IdentityCheck.validity(identity, at).ifPresent(reasons::add);
      }
    }
    return reasons;
  }
}
