package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.certificate.Hashes;
import energy.ebbflow.ocpp.certificate.OcspLife;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.v2.authorization.OcspRequestData;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the back office for the OCSP responses of the chains that the station shows to vehicles
 * (M06), so that they can be stapled: when it is accepted, when a chain changes, and once a day.
 * The responses are read by any thread.
 */
public final class CertificateWatch implements Service {
  /** M06.FR.10: at least once a week; a response usually lives for some days only. */
  static final long ASK_NANOS = 86_400_000_000_000L;

  /** Certificates below their roots, of all chains together. */
  private static final int MAX_WATCHED = 16;

  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  private final CertificateStore certificates;
  private final Consumer<Effect> effects;
  private final Map<String, byte[]> responses = new ConcurrentHashMap<>();
  private final Deque<OcspRequestData> questions = new ArrayDeque<>();
  private List<List<X509Certificate>> others = List.of();
  private OptionalLong askAt = OptionalLong.empty();
  private long askedVersion = -1;

  public CertificateWatch(CertificateStore certificates, Consumer<Effect> effects) {
    this.certificates = certificates;
    this.effects = effects;
  }

  /**
   * Before the link starts: chains of the station that do not come from the back office; each leaf
   * first, root last.
   */
  public void watch(List<List<X509Certificate>> chains) {
    others = List.copyOf(chains);
    askedVersion = -1;
  }

  /**
   * The newest response for a certificate, an OCSPResponse in DER, if it holds at a moment. Any
   * thread.
   */
  public Optional<byte[]> response(
      X509Certificate certificate, X509Certificate issuer, Instant at) {
    return Hashes.question(certificate, issuer)
        .flatMap(q -> Optional.ofNullable(responses.get(name(q))))
        .filter(bytes -> OcspLife.holds(bytes, certificate.getSerialNumber(), at))
        .map(byte[]::clone);
  }

  private static String name(OcspRequestData data) {
    return data.issuerKeyHash() + "/" + data.serialNumber();
  }

  @Override
  public void accepted(Moment now) {
    askAt = OptionalLong.of(now.nanos());
  }

  @Override
  public void tick(Moment now) {
    if (askAt.isEmpty()) {
      return;
    }
    if (now.nanos() - askAt.getAsLong() >= 0 || certificates.version() != askedVersion) {
      askAt = OptionalLong.of(now.nanos() + ASK_NANOS);
      askedVersion = certificates.version();
      boolean idle = questions.isEmpty();
      questions.clear();
      collect();
      if (idle) {
        askNext();
      }
    }
  }

  private void collect() {
    List<List<X509Certificate>> chains = new ArrayList<>(others);
    chains.add(certificates.full(SigningUse.V2G_CERTIFICATE));
    chains.add(certificates.full(SigningUse.V2G20_CERTIFICATE));
    for (List<X509Certificate> chain : chains) {
      for (int i = 0; i + 1 < chain.size() && questions.size() < MAX_WATCHED; i++) {
        Hashes.question(chain.get(i), chain.get(i + 1)).ifPresent(questions::add);
      }
    }
  }

  /** One after the other: a back office may have to ask others itself. */
  private void askNext() {
    OcspRequestData next = questions.peek();
    if (next != null) {
      effects.accept(new Effect.Tell(new Notice.CertificateStatus(next)));
    }
  }

  @Override
  public void heard(Notice notice, NoticeAnswer answer, Moment now) {
    if (notice instanceof Notice.CertificateStatus asked) {
      if (answer instanceof NoticeAnswer.Status status) {
        keep(asked.data(), status.ocspResponse());
      }
      next();
    }
  }

  private void keep(OcspRequestData data, String base64) {
    try {
      if (responses.size() < MAX_WATCHED || responses.containsKey(name(data))) {
        responses.put(name(data), Base64.getDecoder().decode(base64));
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("GetCertificateStatus: expected base64, got something else; it is not stapled");
    }
  }

  @Override
  public void unheard(Notice notice, Moment now) {
    if (notice instanceof Notice.CertificateStatus) {
      next();
    }
  }

  private void next() {
    questions.poll();
    askNext();
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    return certificates.version() != askedVersion && askAt.isPresent()
        ? OptionalLong.of(now.nanos())
        : askAt;
  }
}
