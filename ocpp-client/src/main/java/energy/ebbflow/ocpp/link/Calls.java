package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.certificate.Credentials;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.SecurityVariables;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.network.Endpoint;
import energy.ebbflow.ocpp.network.NetworkCourse;
import energy.ebbflow.ocpp.network.Networks;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom the link calls: the profiles in their order, with failover. Confined to its thread. */
final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  /** Longest information of a security event. */
  private static final int MAX_INFO = 255;

  /** The certificate of the back office was not believed (OCPP 2.1 part 2, appendix 1). */
  private static final String DOUBTED = "InvalidCsmsCertificate";

  private final Station station;
  private final Networks networks;
  private final CertificateStore certificates;
  private final DeviceModel device;
  private NetworkCourse course;
  private Optional<String> mistrusted = Optional.empty();
  private Optional<Credentials> used = Optional.empty();

  Calls(Station station) {
    this.station = station;
    this.networks = station.networks();
    this.certificates = station.certificates();
    this.device = station.device();
    this.course = NetworkCourse.first(networks.priority());
  }

  Endpoint endpoint() {
    return networks.endpoint(networks.active());
  }

  /** An attempt to connect begins; whatever changes later is not proved by it. */
  Endpoint begin() {
    Endpoint endpoint = endpoint();
    used = endpoint.secure() ? Optional.of(certificates.credentials()) : Optional.empty();
    if (endpoint.securityProfile() != 3) {
      used = used.map(given -> new Credentials(given.roots(), Optional.empty()));
    }
    return endpoint;
  }

  /**
   * An attempt to connect failed.
   *
   * @return whether another back office is called from now on
   */
  boolean failed() {
    NetworkCourse next = course.failed(device.number(SecurityVariables.NETWORK_ATTEMPTS));
    boolean exhausted = next.attempts() == 0;
    if (exhausted
        && endpoint().securityProfile() == 3
        && certificates.unproved(SigningUse.CHARGING_STATION_CERTIFICATE)) {
      // A02: a certificate that convinces nobody must not cut the station off.
      certificates.discard(SigningUse.CHARGING_STATION_CERTIFICATE);
      station.effect(
          new Effect.Security("DiscardedRenewedClientCertificate", "no connection came of it"));
      course = course.connected();
      return false;
    }
    boolean other = next.slot() != course.slot();
    course = next;
    return other && switched();
  }

  /** A security event, told once until a connection works: attempts are many. */
  void mistrust(String securityEvent, String reason) {
    if (securityEvent.equals(DOUBTED)) {
      certificates.backOfficeDoubted();
    }
    if (!mistrusted.equals(Optional.of(securityEvent))) {
      mistrusted = Optional.of(securityEvent);
      station.effect(new Effect.Security(securityEvent, Requests.bounded(reason, MAX_INFO)));
    }
  }

  /** The order of priority was changed; returns whether another back office is called now. */
  boolean ordered() {
    course = NetworkCourse.first(networks.priority());
    return course.slot() != networks.active() && switched();
  }

  private boolean switched() {
    networks.activate(course.slot());
    LOG.info("network profile {} from now on", course.slot());
    return true;
  }

  /** The back office accepts the station. */
  void accepted() {
    mistrusted = Optional.empty();
    networks.settled();
    course = course.connected().ordered(networks.priority());
    used.ifPresent(certificates::backOfficeProved);
    used.ifPresent(certificates::proved);
  }
}
