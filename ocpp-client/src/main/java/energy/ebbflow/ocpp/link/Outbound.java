package energy.ebbflow.ocpp.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.device.CoreVariables;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.outbox.QueuedEvent;
import energy.ebbflow.ocpp.outbox.SecurityEvents;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.FrameText;
import energy.ebbflow.ocpp.rpc.RpcEffect;
import energy.ebbflow.ocpp.rpc.RpcTap;
import energy.ebbflow.ocpp.token.TokenVerdict;
import energy.ebbflow.ocpp.upkeep.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the station has to say, and in which order: questions of waiting people first, then states
 * (they are few, and B01.FR.05 wants them before a backlog), money, security, notices. Confined to
 * the link's thread.
 */
final class Outbound {
  private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

  /** Events which a dialect has nothing to say about, passed over in one go. */
  private static final int MAX_SILENT = 64;

  /** After the disk failed, the queue rests this long. */
  private static final long DISK_REST_NANOS = 10_000_000_000L;

  /** A back office that does not answer security events is asked again after this, not at once. */
  private static final long SECURITY_REST_NANOS = 600_000_000_000L;

  /** A call and why it is made. */
  record Next(Outgoing call, Purpose purpose) {}

  private final Station station;
  private final LinkPort port;
  private Consumer<Notice> unsayable = notice -> {};
  private final Verdicts verdicts;
  private final Problems problems;
  private final Waiting waiting = new Waiting();
  private boolean eventsWait = true;
  private boolean securityWaits = true;
  private OptionalLong restUntil = OptionalLong.empty();
  private long securityRestUntil = Long.MIN_VALUE / 2;
  private Optional<Long> toForget = Optional.empty();
  private OptionalLong heartbeatDue = OptionalLong.empty();
  private final Losses losses = new Losses();
  private int timeouts;

  Outbound(Station station, LinkPort port) {
    this.station = station;
    this.port = port;
    this.verdicts = new Verdicts(station, port);
    this.problems = new Problems(station.device());
  }

  /** Who takes notices that the dialect cannot carry. */
  void unsayable(Consumer<Notice> taker) {
    unsayable = taker;
  }

  void queueGrew() {
    eventsWait = true;
  }

  /** A transaction event is on disk. */
  void stored(Dialect dialect, StationEvent.Transaction event) {
    queueGrew();
    if (dialect.changesStatus(event)) {
      tellStatusAgain(event.evse(), event.at());
    }
  }

  void status(StationEvent.ConnectorStatus status) {
    station.status(status);
    waiting.add(station.reservations().shown(status));
  }

  /** The state of an EVSE is told anew, as of a moment. */
  void tellStatusAgain(int evse, Instant at) {
    station.statuses().stream()
        .filter(s -> s.evse() == evse)
        .map(s -> new StationEvent.ConnectorStatus(evse, s.connector(), s.status(), at))
        .forEach(waiting::addAgain);
  }

  void allStatuses() {
    station.statuses().forEach(waiting::addAgain);
  }

  void tellStatuses(Dialect dialect, Optional<Integer> evse) {
    for (StationEvent.ConnectorStatus status : station.statuses()) {
      if (evse.isEmpty() || evse.get() == status.evse()) {
        triggered(dialect.status(status));
      }
    }
  }

  /** Tells the newest values of running transactions, as events of theirs. */
  void tellTransactions(Optional<Integer> evse, Moment now) {
    tellTransactions("Trigger", evse, now);
  }

  /** The same for another reason; OCPP's TriggerReasonEnumType. */
  void tellTransactions(String trigger, Optional<Integer> evse, Moment now) {
    for (OpenTransaction open : station.openTransactions()) {
      if (evse.isEmpty() || evse.get() == open.evse()) {
        station
            .store()
            .addNow(
                new StationEvent.Transaction(
                    StationEvent.Transaction.Kind.UPDATED,
                    open.transaction(),
                    trigger,
                    open.chargingState(),
                    open.evse(),
                    open.connector(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now.instant(),
                    open.latest().map(List::of).orElseGet(List::of)),
                false);
        queueGrew();
      }
    }
  }

  /** Queues a security event; what cannot be written is in the log at least. */
  void security(String kind, String info, Moment now) {
    try {
      station.store().security().add(kind, now.instant().toString(), info);
      securityWaits = true;
    } catch (StorageException e) {
      LOG.error("security event {} ({}) is not told: {}", kind, info, e.getMessage());
    }
  }

  void question(StationEvent.AuthorisationQuestion question, boolean online, Moment now) {
    if (verdicts.asks(question, online, now) && !waiting.add(question)) {
      verdicts.answer(question, new TokenVerdict("TooManyQuestions", Optional.empty()));
    }
  }

  void fault(Dialect dialect, StationEvent.Fault fault) {
    problems.hear(fault);
    dialect.fault(fault, station.nextEvent()).ifPresent(this::notice);
  }

  void minimumCurrent(Dialect dialect, StationEvent.MinimumCurrent told) {
    notice(dialect.minimumCurrent(told, station::nextEvent));
  }

  private void notice(Outgoing call) {
    if (waiting.addNotice(call)) {
      LOG.warn("more than {} notices wait; the oldest is dropped", Waiting.MAX_NOTICES);
    }
  }

  void triggered(Outgoing call) {
    if (waiting.addTriggered(call)) {
      LOG.warn("more than {} answers wait; the oldest is dropped", Waiting.MAX_NOTICES);
    }
  }

  void tell(Notice notice) {
    if (waiting.addTell(notice)) {
      LOG.warn("more than {} notices wait; the oldest is dropped", Waiting.MAX_NOTICES);
    }
  }

  void tellAgain(Notice notice) {
    waiting.tellAgain(notice);
  }

  /** What nobody hears in time any more. */
  List<Notice> takeImpatient() {
    return waiting.takeImpatient();
  }

  /** The oldest notice that this dialect can carry. */
  private Optional<Next> nextTell(Dialect dialect, boolean accepted, boolean behind) {
    Optional<Notice> notice = waiting.nextTell(accepted, behind);
    while (notice.isPresent()) {
      Purpose purpose = new Purpose.Tell(notice.get());
      Optional<Outgoing> call = dialect.notice(notice.get());
      if (call.isPresent() && !(notice.get() instanceof Notice.StreamData)) {
        return call.map(c -> new Next(c, purpose));
      }
      if (call.isPresent()) {
        send(call.get());
      } else {
        unsayable.accept(notice.get());
      }
      notice = waiting.nextTell(accepted, behind);
    }
    return Optional.empty();
  }

  /** 2.1: a message that nobody answers goes out at any time. */
  private void send(Outgoing told) {
    Frame frame = new Frame.Send(port.freshId(), told.action(), told.payload());
    port.seen(RpcTap.Direction.CS_TO_CSMS, frame);
    port.send(FrameText.write(frame));
  }

  void forgetCalls() {
    waiting.forgetCalls();
  }

  /** People who wait for an answer are told that there will be none. */
  void connectionLost(Moment now) {
    station.energy().lost(now.instant());
    Optional<StationEvent.AuthorisationQuestion> question = waiting.nextQuestion();
    while (question.isPresent()) {
      verdicts.decide(question.get(), now);
      question = waiting.nextQuestion();
    }
    restUntil = OptionalLong.empty();
    timeouts = 0;
  }

  /** The next call, if anything may be said now. */
  Optional<Next> next(Dialect dialect, Registration registration, Moment now) {
    heartbeatDue = registration.deadlineNanos();
    Optional<Next> triggered =
        registration.accepted() || registration.state() == Registration.State.PENDING
            ? waiting
                .nextTriggered()
                .map(c -> new Next(c, new Purpose.Plain()))
                .or(() -> nextTell(dialect, registration.accepted(), false))
            : Optional.empty();
    if (triggered.isPresent() || !registration.accepted()) {
      return triggered;
    }
    return nextQuestion(dialect, now)
        .or(() -> waiting.nextStatus().map(s -> new Next(dialect.status(s), new Purpose.Status(s))))
        .or(() -> nextDurable(dialect, now))
        // K15.FR.16: first who charges, then what the vehicle needs.
        .or(() -> nextTell(dialect, true, true))
        .or(() -> waiting.nextNotice().map(c -> new Next(c, new Purpose.Plain())))
        .or(
            () ->
                registration.heartbeatDue(now.nanos())
                    ? Optional.of(new Next(dialect.heartbeat(), new Purpose.Heartbeat()))
                    : Optional.empty());
  }

  private Optional<Next> nextQuestion(Dialect dialect, Moment now) {
    Optional<StationEvent.AuthorisationQuestion> question = waiting.nextQuestion();
    while (question.isPresent()) {
      Purpose purpose = new Purpose.Authorise(question.get());
      Optional<Outgoing> call = dialect.authorise(question.get().token());
      if (call.isPresent()) {
        return call.map(c -> new Next(c, purpose));
      }
      verdicts.answer(question.get(), new TokenVerdict("TokenNotSupported", Optional.empty()));
      question = waiting.nextQuestion();
    }
    return Optional.empty();
  }

  /** When something that rests may go on. */
  OptionalLong dueNanos() {
    return restUntil;
  }

  private Optional<Next> nextDurable(Dialect dialect, Moment now) {
    if (restUntil.isPresent() && now.nanos() - restUntil.getAsLong() < 0) {
      return Optional.empty();
    }
    restUntil = OptionalLong.empty();
    try {
      return nextEvent(dialect).or(() -> nextSecurity(dialect, now));
    } catch (StorageException e) {
      LOG.error("{}; the queue rests", e.getMessage());
      restUntil = OptionalLong.of(now.nanos() + DISK_REST_NANOS);
      return Optional.empty();
    }
  }

  private Optional<Next> nextEvent(Dialect dialect) {
    forgetDelivered();
    for (int i = 0; eventsWait && i < MAX_SILENT; i++) {
      Optional<QueuedEvent> oldest =
          station.store().oldest(gone -> left(dialect, gone.transaction(), gone.kind()));
      if (oldest.isEmpty()) {
        eventsWait = false;
        return Optional.empty();
      }
      QueuedEvent event = losses.fitting(oldest.get());
      Optional<Outgoing> call = dialect.transaction(event);
      if (call.isPresent()) {
        return Optional.of(new Next(call.get(), new Purpose.Transaction(event)));
      }
      station.store().delivered(event.row());
    }
    return Optional.empty();
  }

  /** A delivered event whose removal failed must be removed before anything else is sent. */
  private void forgetDelivered() {
    if (toForget.isPresent()) {
      station.store().delivered(toForget.get());
      toForget = Optional.empty();
    }
  }

  private Optional<Next> nextSecurity(Dialect dialect, Moment now) {
    if (!securityWaits || now.nanos() - securityRestUntil < 0) {
      return Optional.empty();
    }
    Optional<SecurityEvents.Event> oldest = station.store().security().oldest();
    securityWaits = oldest.isPresent();
    return oldest.map(e -> new Next(dialect.security(e), new Purpose.Security(e.row())));
  }

  /** Our call was answered. */
  void answered(Dialect dialect, Purpose purpose, ObjectNode payload, Moment now) throws JsonFault {
    timeouts = 0;
    switch (purpose) {
      case Purpose.Transaction transaction -> {
        Optional<TokenVerdict> verdict = Optional.empty();
        try {
          // First what the answer says is kept, then the event goes: a crash in between repeats it.
          verdict = dialect.transactionAnswer(transaction.event(), payload);
        } finally {
          delivered(transaction.event(), now);
        }
        verdict.ifPresent(v -> judged(transaction.event(), v));
      }
      case Purpose.Security security -> station.store().security().done(security.row());
      case Purpose.Authorise authorise -> {
        TokenVerdict said = dialect.authoriseAnswer(payload);
        TokenVerdict verdict =
            station
                .tariffs()
                .judged(authorise.question().token(), said, dialect.authoriseTariff(payload), now);
        // The person first: a disk that is full must not keep the answer back.
        verdicts.answer(authorise.question(), verdict, dialect.authoriseAllows(payload));
        station
            .front()
            .greeted(authorise.question().evse(), dialect.authoriseWords(payload), true, now);
        station.tokens().heard(authorise.question().token(), verdict);
      }
      case Purpose.Boot boot -> {}
      case Purpose.Heartbeat heartbeat -> {}
      case Purpose.Status status -> {}
      case Purpose.Plain plain -> {}
      case Purpose.Tell tell -> {}
    }
  }

  private void judged(QueuedEvent event, TokenVerdict verdict) {
    if (!verdict.status().equals(TokenVerdict.ACCEPTED)) {
      deauthorise(event, verdict.status());
    }
    event.event().token().ifPresent(token -> station.tokens().heard(token, verdict));
  }

  private void deauthorise(QueuedEvent event, String status) {
    String transaction = event.event().transaction();
    boolean runs =
        station.openTransactions().stream().anyMatch(t -> t.transaction().equals(transaction));
    if (runs) {
      boolean stop = station.device().flag(CoreVariables.STOP_ON_INVALID_ID);
      port.command(new BackOfficeCommand.Deauthorise(transaction, status, stop));
    }
  }

  private void delivered(QueuedEvent event, Moment now) {
    try {
      station.store().delivered(event.row());
      if (event.event().kind() == StationEvent.Transaction.Kind.ENDED) {
        station.reservations().forget(event.event().transaction());
      }
    } catch (StorageException e) {
      LOG.error("{}; the event was delivered and is removed later", e.getMessage());
      toForget = Optional.of(event.row());
      restUntil = OptionalLong.of(now.nanos() + DISK_REST_NANOS);
    }
  }

  /** An event leaves the queue though the back office does not have it. */
  private void left(Dialect dialect, String transaction, StationEvent.Transaction.Kind kind) {
    dialect.transactionRefused(transaction, kind);
    if (kind == StationEvent.Transaction.Kind.ENDED) {
      station.reservations().forget(transaction);
    }
  }

  /** Our call was answered by something that is no answer to it. */
  void notUnderstood(Purpose purpose, Moment now) {
    if (purpose instanceof Purpose.Authorise authorise) {
      verdicts.decide(authorise.question(), now);
    }
  }

  /** Our call failed. */
  void failed(Dialect dialect, Purpose purpose, RpcEffect.Failed failed, Moment now) {
    switch (purpose) {
      case Purpose.Transaction transaction -> failed(dialect, transaction.event(), failed, now);
      case Purpose.Security security -> {
        if (failed.cause() == RpcEffect.Cause.REFUSED) {
          station.store().security().done(security.row());
        } else if (failed.cause() == RpcEffect.Cause.TIMEOUT) {
          securityRestUntil = now.nanos() + SECURITY_REST_NANOS;
        }
      }
      case Purpose.Authorise authorise -> verdicts.decide(authorise.question(), now);
      case Purpose.Status status -> {
        if (failed.cause() != RpcEffect.Cause.REFUSED) {
          waiting.again(status.status());
        }
      }
      case Purpose.Boot boot -> {}
      case Purpose.Heartbeat heartbeat -> {}
      case Purpose.Plain plain -> {}
      case Purpose.Tell tell -> {}
    }
  }

  /**
   * E13: a refused event is tried again after interval × attempts, then it leaves the queue so that
   * the ones behind it get through. One that nobody answered is never given up.
   */
  private void failed(Dialect dialect, QueuedEvent event, RpcEffect.Failed failed, Moment now) {
    int attempt;
    switch (failed.cause()) {
      case CONNECTION_LOST -> {
        losses.count(event.row());
        return;
      }
      case TIMEOUT -> {
        timeouts++;
        attempt = Math.min(timeouts, station.device().number(Variables.MESSAGE_ATTEMPTS));
      }
      case REFUSED -> {
        attempt = refused(dialect, event, failed.detail());
      }
      default -> throw new IllegalStateException("no such cause");
    }
    long interval = station.device().number(Variables.MESSAGE_ATTEMPT_INTERVAL);
    if (attempt > 0) {
      restUntil = OptionalLong.of(now.nanos() + interval * attempt * 1_000_000_000L);
    }
  }

  /** Returns the number of the attempt, or 0 when it was the last one. */
  private int refused(Dialect dialect, QueuedEvent event, String detail) {
    try {
      int attempt = station.store().refusedOnce(event.row());
      if (attempt < station.device().number(Variables.MESSAGE_ATTEMPTS)) {
        return attempt;
      }
      LOG.error(
          "event {} of a transaction was refused {} times and leaves the queue: {}",
          event.seqNo(),
          attempt,
          detail);
      station.store().refusedForGood(event.row(), detail);
      left(dialect, event.event().transaction(), event.event().kind());
      return 0;
    } catch (StorageException e) {
      LOG.error("{}; the event is tried again", e.getMessage());
      return 1;
    }
  }
}
