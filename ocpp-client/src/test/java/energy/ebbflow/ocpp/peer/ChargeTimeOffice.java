package energy.ebbflow.ocpp.peer;

import eu.chargetime.ocpp.AuthenticationException;
import eu.chargetime.ocpp.JSONServer;
import eu.chargetime.ocpp.ServerEvents;
import eu.chargetime.ocpp.feature.profile.Profile;
import eu.chargetime.ocpp.feature.profile.ServerCoreEventHandler;
import eu.chargetime.ocpp.feature.profile.ServerCoreProfile;
import eu.chargetime.ocpp.feature.profile.ServerFirmwareManagementEventHandler;
import eu.chargetime.ocpp.feature.profile.ServerFirmwareManagementProfile;
import eu.chargetime.ocpp.feature.profile.ServerLocalAuthListProfile;
import eu.chargetime.ocpp.feature.profile.ServerRemoteTriggerProfile;
import eu.chargetime.ocpp.feature.profile.ServerReservationProfile;
import eu.chargetime.ocpp.feature.profile.ServerSmartChargingProfile;
import eu.chargetime.ocpp.feature.profile.securityext.ServerSecurityExtEventHandler;
import eu.chargetime.ocpp.feature.profile.securityext.ServerSecurityExtProfile;
import eu.chargetime.ocpp.model.Confirmation;
import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.SessionInformation;
import eu.chargetime.ocpp.model.core.AuthorizationStatus;
import eu.chargetime.ocpp.model.core.AuthorizeConfirmation;
import eu.chargetime.ocpp.model.core.AuthorizeRequest;
import eu.chargetime.ocpp.model.core.BootNotificationConfirmation;
import eu.chargetime.ocpp.model.core.BootNotificationRequest;
import eu.chargetime.ocpp.model.core.DataTransferConfirmation;
import eu.chargetime.ocpp.model.core.DataTransferRequest;
import eu.chargetime.ocpp.model.core.DataTransferStatus;
import eu.chargetime.ocpp.model.core.HeartbeatConfirmation;
import eu.chargetime.ocpp.model.core.HeartbeatRequest;
import eu.chargetime.ocpp.model.core.IdTagInfo;
import eu.chargetime.ocpp.model.core.MeterValuesConfirmation;
import eu.chargetime.ocpp.model.core.MeterValuesRequest;
import eu.chargetime.ocpp.model.core.RegistrationStatus;
import eu.chargetime.ocpp.model.core.StartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StartTransactionRequest;
import eu.chargetime.ocpp.model.core.StatusNotificationConfirmation;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.core.StopTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StopTransactionRequest;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatusNotificationConfirmation;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatusNotificationRequest;
import eu.chargetime.ocpp.model.firmware.FirmwareStatusNotificationConfirmation;
import eu.chargetime.ocpp.model.firmware.FirmwareStatusNotificationRequest;
import eu.chargetime.ocpp.model.securityext.LogStatusNotificationConfirmation;
import eu.chargetime.ocpp.model.securityext.LogStatusNotificationRequest;
import eu.chargetime.ocpp.model.securityext.SecurityEventNotificationConfirmation;
import eu.chargetime.ocpp.model.securityext.SecurityEventNotificationRequest;
import eu.chargetime.ocpp.model.securityext.SignCertificateConfirmation;
import eu.chargetime.ocpp.model.securityext.SignCertificateRequest;
import eu.chargetime.ocpp.model.securityext.SignedFirmwareStatusNotificationConfirmation;
import eu.chargetime.ocpp.model.securityext.SignedFirmwareStatusNotificationRequest;
import eu.chargetime.ocpp.model.securityext.types.GenericStatusEnumType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The back office of {@code eu.chargetime.ocpp}, all its profiles, which agrees to everything and
 * keeps what it heard.
 */
final class ChargeTimeOffice
    implements AutoCloseable,
        ServerEvents,
        ServerCoreEventHandler,
        ServerFirmwareManagementEventHandler,
        ServerSecurityExtEventHandler {
  /** How long any single thing may take before the test fails. */
  private static final long PATIENCE_SECONDS = 20;

  private static final int FIRST_TRANSACTION = 41;

  private final JSONServer server;
  private final Optional<String> password;
  private final List<Request> heard = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private Optional<UUID> session = Optional.empty();
  private int read;
  private int transactions;
  final int port;

  /**
   * Opens it on a free port.
   *
   * @param password what a station has to show (security profile 1); anybody may come where absent
   */
  ChargeTimeOffice(Optional<String> password) throws IOException {
    this.password = password;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server = new JSONServer(new ServerCoreProfile(this));
    for (Profile profile :
        List.of(
            new ServerFirmwareManagementProfile(this),
            new ServerLocalAuthListProfile(),
            new ServerRemoteTriggerProfile(),
            new ServerReservationProfile(),
            new ServerSmartChargingProfile(),
            new ServerSecurityExtProfile(this))) {
      server.addFeatureProfile(profile);
    }
    server.open("127.0.0.1", port, this);
  }

  private synchronized <T> T hear(Request request, T answer) {
    heard.add(request);
    notifyAll();
    return answer;
  }

  /** The next request of this kind that matches; requests before it are passed over. */
  synchronized <T extends Request> T await(Class<T> kind, Predicate<T> wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      while (read < heard.size()) {
        Request next = heard.get(read++);
        if (kind.isInstance(next) && wanted.test(kind.cast(next))) {
          return kind.cast(next);
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("no " + kind.getSimpleName() + " came; what came: " + heard);
      }
      wait(left);
    }
  }

  <T extends Request> T await(Class<T> kind) throws InterruptedException {
    return await(kind, any -> true);
  }

  /** Listens from the first request on again. */
  synchronized void rewind() {
    read = 0;
  }

  /** Calls the station and waits for its confirmation, which the library has checked. */
  <T extends Confirmation> T call(Request request, Class<T> kind) throws Exception {
    CompletableFuture<Confirmation> answer = server.send(session(), request).toCompletableFuture();
    return kind.cast(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private synchronized UUID session() {
    return session.orElseThrow(() -> new AssertionError("no station is connected"));
  }

  /** User names that were let in, or tried to. */
  synchronized List<String> users() {
    return List.copyOf(users);
  }

  @Override
  public void authenticateSession(SessionInformation information, String user, byte[] shown)
      throws AuthenticationException {
    synchronized (this) {
      users.add(String.valueOf(user));
      notifyAll();
    }
    boolean right =
        password.isEmpty()
            || (shown != null
                && password.get().equals(new String(shown, StandardCharsets.ISO_8859_1)));
    if (!right) {
      throw new AuthenticationException(401, "the password is wrong");
    }
  }

  @Override
  public synchronized void newSession(UUID index, SessionInformation information) {
    session = Optional.of(index);
  }

  @Override
  public synchronized void lostSession(UUID index) {
    session = session.filter(known -> !known.equals(index));
  }

  private static IdTagInfo agreed() {
    return new IdTagInfo(AuthorizationStatus.Accepted);
  }

  @Override
  public AuthorizeConfirmation handleAuthorizeRequest(UUID index, AuthorizeRequest request) {
    return hear(request, new AuthorizeConfirmation(agreed()));
  }

  @Override
  public BootNotificationConfirmation handleBootNotificationRequest(
      UUID index, BootNotificationRequest request) {
    return hear(
        request,
        new BootNotificationConfirmation(ZonedDateTime.now(), 300, RegistrationStatus.Accepted));
  }

  @Override
  public DataTransferConfirmation handleDataTransferRequest(
      UUID index, DataTransferRequest request) {
    return hear(request, new DataTransferConfirmation(DataTransferStatus.UnknownVendorId));
  }

  @Override
  public HeartbeatConfirmation handleHeartbeatRequest(UUID index, HeartbeatRequest request) {
    return hear(request, new HeartbeatConfirmation(ZonedDateTime.now()));
  }

  @Override
  public MeterValuesConfirmation handleMeterValuesRequest(UUID index, MeterValuesRequest request) {
    return hear(request, new MeterValuesConfirmation());
  }

  @Override
  public synchronized StartTransactionConfirmation handleStartTransactionRequest(
      UUID index, StartTransactionRequest request) {
    return hear(
        request, new StartTransactionConfirmation(agreed(), FIRST_TRANSACTION + transactions++));
  }

  @Override
  public StatusNotificationConfirmation handleStatusNotificationRequest(
      UUID index, StatusNotificationRequest request) {
    return hear(request, new StatusNotificationConfirmation());
  }

  @Override
  public StopTransactionConfirmation handleStopTransactionRequest(
      UUID index, StopTransactionRequest request) {
    return hear(request, new StopTransactionConfirmation());
  }

  @Override
  public DiagnosticsStatusNotificationConfirmation handleDiagnosticsStatusNotificationRequest(
      UUID index, DiagnosticsStatusNotificationRequest request) {
    return hear(request, new DiagnosticsStatusNotificationConfirmation());
  }

  @Override
  public FirmwareStatusNotificationConfirmation handleFirmwareStatusNotificationRequest(
      UUID index, FirmwareStatusNotificationRequest request) {
    return hear(request, new FirmwareStatusNotificationConfirmation());
  }

  @Override
  public LogStatusNotificationConfirmation handleLogStatusNotificationRequest(
      UUID index, LogStatusNotificationRequest request) {
    return hear(request, new LogStatusNotificationConfirmation());
  }

  @Override
  public SecurityEventNotificationConfirmation handleSecurityEventNotificationRequest(
      UUID index, SecurityEventNotificationRequest request) {
    return hear(request, new SecurityEventNotificationConfirmation());
  }

  @Override
  public SignCertificateConfirmation handleSignCertificateRequest(
      UUID index, SignCertificateRequest request) {
    return hear(request, new SignCertificateConfirmation(GenericStatusEnumType.Accepted));
  }

  @Override
  public SignedFirmwareStatusNotificationConfirmation handleSignedFirmwareStatusNotificationRequest(
      UUID index, SignedFirmwareStatusNotificationRequest request) {
    return hear(request, new SignedFirmwareStatusNotificationConfirmation());
  }

  @Override
  public void close() {
    server.close();
  }
}
