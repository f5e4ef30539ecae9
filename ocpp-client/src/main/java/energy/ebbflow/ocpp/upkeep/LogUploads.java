package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.errand.ErrandEnd;
import energy.ebbflow.ocpp.errand.Location;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.v2.diagnostics.UploadStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sends logs that the back office asks for (N01; GetDiagnostics of 1.6), one at a time. */
public final class LogUploads implements Service {
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int MAX_ATTEMPTS = 100;
  private static final int MAX_RETRY_SECONDS = 86_400;

  private final OcppConfig config;
  private final boolean diagnostics;
  private final LongSupplier numbers;
  private final Consumer<Effect> effects;
  private Optional<Running> running = Optional.empty();

  /**
   * What is wanted.
   *
   * @param requestId absent in 1.6 without the whitepaper
   * @param attempts at least 1
   */
  public record Wanted(
      Optional<Integer> requestId,
      String location,
      Errand.LogExcerpt excerpt,
      int attempts,
      int retrySeconds) {
    public Wanted {
      attempts = Math.clamp(attempts, 1, MAX_ATTEMPTS);
      retrySeconds = Math.clamp(retrySeconds, 1, MAX_RETRY_SECONDS);
    }
  }

  /**
   * An upload.
   *
   * @param errand absent while it waits for the next attempt
   */
  private record Running(
      Wanted wanted, String fileName, int attempt, OptionalLong errand, OptionalLong dueNanos) {}

  /**
   * What a request came to.
   *
   * @param fileName absent where it was refused
   * @param replaces another upload was given up for it
   */
  public record Answer(Optional<String> fileName, boolean replaces, String reason, String text) {}

  /**
   * Uploads.
   *
   * @param diagnostics whether there is a diagnostics log
   */
  public LogUploads(
      OcppConfig config, boolean diagnostics, LongSupplier numbers, Consumer<Effect> effects) {
    this.config = config;
    this.diagnostics = diagnostics;
    this.numbers = numbers;
    this.effects = effects;
  }

  /** The back office wants a log. */
  public Answer want(Wanted wanted, Instant now) {
    Errand.LogExcerpt excerpt = wanted.excerpt();
    if (!excerpt.security() && !diagnostics) {
      return refused("UnsupportedRequest", "there is no diagnostics log");
    }
    try {
      Location.of(wanted.location());
    } catch (IllegalArgumentException e) {
      return refused("InvalidURL", String.valueOf(e.getMessage()));
    }
    if (excerpt.from().isPresent()
        && excerpt.to().isPresent()
        && excerpt.from().get().isAfter(excerpt.to().get())) {
      return refused("InvalidValue", "oldestTimestamp is after latestTimestamp");
    }
    Optional<Running> before = running;
    before.ifPresent(this::giveUp);
    String name =
        config.identity().replaceAll("[^A-Za-z0-9-]", "_")
            + (excerpt.security() ? "-security-" : "-diagnostics-")
            + NAME_TIME.format(now)
            + ".log.gz";
    begin(new Running(wanted, name, 1, OptionalLong.empty(), OptionalLong.empty()));
    tell(UploadStatus.UPLOADING, wanted, "");
    return new Answer(Optional.of(name), before.isPresent(), "", "");
  }

  private static Answer refused(String reason, String text) {
    return new Answer(Optional.empty(), false, reason, text);
  }

  /** N01.FR.12, FR.20: the older one ends, and says so. */
  private void giveUp(Running old) {
    old.errand().ifPresent(number -> effects.accept(new Effect.Abandon(number)));
    tell(UploadStatus.ACCEPTED_CANCELED, old.wanted(), "");
  }

  private void begin(Running next) {
    long number = numbers.getAsLong();
    running =
        Optional.of(
            new Running(
                next.wanted(),
                next.fileName(),
                next.attempt(),
                OptionalLong.of(number),
                OptionalLong.empty()));
    effects.accept(
        new Effect.Begin(
            number,
            new Errand.Upload(next.wanted().location(), next.fileName(), next.wanted().excerpt())));
  }

  private void tell(UploadStatus status, Wanted wanted, String text) {
    effects.accept(new Effect.Tell(new Notice.Log(status, wanted.requestId(), text)));
  }

  /**
   * Says again how far it is (F06, N01.FR.09).
   *
   * @param whitepaper by LogStatusNotification, not by 1.6's DiagnosticsStatusNotification
   */
  public void tellAgain(boolean whitepaper) {
    Optional<Integer> request = running.flatMap(r -> r.wanted().requestId());
    effects.accept(
        new Effect.Tell(
            running.isPresent()
                ? new Notice.Log(UploadStatus.UPLOADING, request, "")
                : new Notice.LogIdle(whitepaper)));
  }

  @Override
  public void tick(Moment now) {
    running
        .filter(r -> r.dueNanos().isPresent() && now.nanos() - r.dueNanos().getAsLong() >= 0)
        .ifPresent(
            r ->
                begin(
                    new Running(
                        r.wanted(),
                        r.fileName(),
                        r.attempt() + 1,
                        OptionalLong.empty(),
                        OptionalLong.empty())));
  }

  @Override
  public void ended(ErrandEnd end, Moment now) {
    Optional<Running> ours = running.filter(r -> r.errand().equals(OptionalLong.of(end.number())));
    if (ours.isEmpty()) {
      return;
    }
    Running upload = ours.get();
    if (end.how() == ErrandEnd.How.FAILED && upload.attempt() < upload.wanted().attempts()) {
      long rest = upload.wanted().retrySeconds() * 1_000_000_000L;
      running =
          Optional.of(
              new Running(
                  upload.wanted(),
                  upload.fileName(),
                  upload.attempt(),
                  OptionalLong.empty(),
                  OptionalLong.of(now.nanos() + rest)));
      return;
    }
    running = Optional.empty();
    tell(
        switch (end.how()) {
          case DONE, DONE_AFTER_RESTART -> UploadStatus.UPLOADED;
          case FAILED -> UploadStatus.UPLOAD_FAILURE;
          case DENIED -> UploadStatus.PERMISSION_DENIED;
          case UNSUPPORTED -> UploadStatus.NOT_SUPPORTED_OPERATION;
        },
        upload.wanted(),
        end.text());
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    return running.map(Running::dueNanos).orElse(OptionalLong.empty());
  }
}
