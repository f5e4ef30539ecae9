package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.certificate.SigningCourse;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.SecurityVariables;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.network.Networks;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets certificates for the station and renews them in time (A02, A03). */
public final class Signing implements Service {
  /** A03.FR.02 asks for a renewal one month before the end. */
  static final Duration RENEW_BEFORE = Duration.ofDays(30);

  /** How often ends are looked at, and how long a renewal that failed rests. */
  static final long LOOK_NANOS = 86_400_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(Signing.class);

  private final OcppConfig config;
  private final DeviceModel device;
  private final CertificateStore certificates;
  private final Networks networks;
  private final Consumer<Effect> effects;
  private final Map<SigningUse, SigningCourse> courses = new EnumMap<>(SigningUse.class);
  private final Set<SigningUse> wanted = EnumSet.noneOf(SigningUse.class);
  private OptionalLong lookAt = OptionalLong.empty();
  private int requests;

  public Signing(
      OcppConfig config,
      DeviceModel device,
      CertificateStore certificates,
      Networks networks,
      Consumer<Effect> effects) {
    this.config = config;
    this.device = device;
    this.certificates = certificates;
    this.networks = networks;
    this.effects = effects;
    for (SigningUse use : SigningUse.values()) {
      courses.put(use, SigningCourse.idle(0));
    }
  }

  /** The back office triggers a request (F06); it goes out with the next {@link #tick}. */
  public void want(SigningUse use) {
    courses.put(use, SigningCourse.idle(requests));
    wanted.add(use);
  }

  /**
   * A signed certificate came.
   *
   * @param requestId of the request it answers, where the back office says so
   */
  public CertificateStore.Outcome signed(
      SigningUse use, String chain, Optional<Integer> requestId, Instant now) {
    SigningCourse course = course(use);
    if (requestId.isPresent() && course.waits() && requestId.get() != course.requestId()) {
      return new CertificateStore.Outcome(
          false, "InvalidMessageSeq", "the newest request is " + course.requestId());
    }
    CertificateStore.Outcome outcome = certificates.signed(use, chain, now);
    if (!outcome.accepted()) {
      // A02.FR.07, A03.FR.07.
      effects.accept(new Effect.Security("InvalidChargingStationCertificate", outcome.text()));
      return outcome;
    }
    courses.put(use, SigningCourse.idle(requests));
    wanted.remove(use);
    device.observe(SecurityVariables.CERTIFICATE_ENTRIES, Integer.toString(certificates.count()));
    effects.accept(
        new Effect.Security("ReconfigurationOfSecurityParameters", use.wire() + " renewed"));
    if (use == SigningUse.CHARGING_STATION_CERTIFICATE
        && networks.endpoint(networks.active()).securityProfile() == 3) {
      // A02.FR.08: it counts from the next connection, which is made at once.
      effects.accept(new Effect.Reconnect("new certificate"));
    }
    return outcome;
  }

  private SigningCourse course(SigningUse use) {
    return courses.getOrDefault(use, SigningCourse.idle(requests));
  }

  @Override
  public void accepted(Moment now) {
    lookAt = OptionalLong.of(now.nanos());
  }

  @Override
  public void tick(Moment now) {
    if (lookAt.isPresent() && now.nanos() - lookAt.getAsLong() >= 0) {
      lookAt = OptionalLong.of(now.nanos() + LOOK_NANOS);
      for (SigningUse use : SigningUse.values()) {
        boolean ends =
            certificates
                .end(use)
                .map(end -> !now.instant().isBefore(end.minus(RENEW_BEFORE)))
                .orElse(false);
        if (ends && !course(use).waits()) {
          want(use);
        }
      }
    }
    for (SigningUse use : SigningUse.values()) {
      SigningCourse course = course(use);
      if (course.due(now.nanos())) {
        if (course.exhausted(device.number(SecurityVariables.SIGNING_REPEATS))) {
          LOG.warn("{}: no certificate came after {} requests", use.wire(), course.attempts());
          courses.put(use, SigningCourse.idle(requests));
        } else {
          ask(use);
        }
      } else if (wanted.remove(use)) {
        ask(use);
      }
    }
  }

  private void ask(SigningUse use) {
    boolean station = use == SigningUse.CHARGING_STATION_CERTIFICATE;
    try {
      String request =
          certificates.request(
              use,
              station ? config.serial() : device.value(SecurityVariables.SECC_ID),
              device.value(
                  station ? SecurityVariables.ORGANISATION : SecurityVariables.V2G_ORGANISATION));
      requests++;
      SigningCourse asked = course(use).asked();
      courses.put(use, new SigningCourse(asked.attempts(), asked.dueNanos(), requests));
      effects.accept(new Effect.Tell(new Notice.Signing(use, request, requests)));
    } catch (StorageException e) {
      LOG.error("{}; no certificate is asked for", e.getMessage());
      courses.put(use, SigningCourse.idle(requests));
    }
  }

  @Override
  public void heard(Notice notice, NoticeAnswer answer, Moment now) {
    if (!(notice instanceof Notice.Signing signing) || !newest(signing)) {
      return;
    }
    boolean taken = answer instanceof NoticeAnswer.Taken t && t.accepted();
    courses.put(
        signing.use(), taken ? taken(course(signing.use()), now) : SigningCourse.idle(requests));
  }

  @Override
  public void unheard(Notice notice, Moment now) {
    if (notice instanceof Notice.Signing signing && newest(signing)) {
      courses.put(signing.use(), taken(course(signing.use()), now));
    }
  }

  private boolean newest(Notice.Signing signing) {
    return course(signing.use()).requestId() == signing.requestId();
  }

  private SigningCourse taken(SigningCourse course, Moment now) {
    return course.taken(
        now.nanos(), device.number(SecurityVariables.SIGNING_WAIT) * 1_000_000_000L);
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    OptionalLong due = wanted.isEmpty() ? lookAt : OptionalLong.of(now.nanos());
    for (SigningCourse course : courses.values()) {
      if (course.dueNanos().isPresent()) {
        long at = course.dueNanos().getAsLong();
        due =
            due.isPresent() ? OptionalLong.of(Math.min(due.getAsLong(), at)) : OptionalLong.of(at);
      }
    }
    return due;
  }
}
