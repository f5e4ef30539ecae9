package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.upkeep.Notice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits to be sent and need not survive a crash. Confined to the link's thread; every queue is
 * bounded.
 */
final class Waiting {
  /** Questions whether a token may charge; more at once means a broken reader. */
  static final int MAX_QUESTIONS = 16;

  /** Reports and notices; beyond the bound the oldest goes, and the log says so. */
  static final int MAX_NOTICES = 256;

  private final Deque<StationEvent.AuthorisationQuestion> questions = new ArrayDeque<>();
  private final Map<Integer, StationEvent.ConnectorStatus> statuses = new LinkedHashMap<>();
  private final Map<Integer, StationEvent.ConnectorStatus.Status> told = new HashMap<>();
  private final Deque<Outgoing> notices = new ArrayDeque<>();
  private final Deque<Outgoing> triggered = new ArrayDeque<>();
  private final Deque<Notice> tells = new ArrayDeque<>();

  /** Whether there was room. */
  boolean add(StationEvent.AuthorisationQuestion question) {
    return questions.size() < MAX_QUESTIONS && questions.add(question);
  }

  Optional<StationEvent.AuthorisationQuestion> nextQuestion() {
    return Optional.ofNullable(questions.poll());
  }

  /** Only the newest state of an EVSE is worth telling, and only if it is another one. */
  void add(StationEvent.ConnectorStatus status) {
    statuses.remove(status.evse());
    if (told.get(status.evse()) != status.status()) {
      statuses.put(status.evse(), status);
    }
  }

  /** A state that is told even if it is the one that was told last. */
  void addAgain(StationEvent.ConnectorStatus status) {
    told.remove(status.evse());
    add(status);
  }

  Optional<StationEvent.ConnectorStatus> nextStatus() {
    return statuses.values().stream()
        .findFirst()
        .map(
            status -> {
              statuses.remove(status.evse());
              told.put(status.evse(), status.status());
              return status;
            });
  }

  /** A status that was not heard: it waits again unless a newer one does. */
  void again(StationEvent.ConnectorStatus status) {
    told.remove(status.evse());
    statuses.putIfAbsent(status.evse(), status);
  }

  /** Returns whether an older notice had to go. */
  boolean addNotice(Outgoing notice) {
    boolean full = notices.size() >= MAX_NOTICES;
    if (full) {
      notices.poll();
    }
    notices.add(notice);
    return full;
  }

  /** What the back office asked for; it may go out even before the station is accepted. */
  boolean addTriggered(Outgoing call) {
    boolean full = triggered.size() >= MAX_NOTICES;
    if (full) {
      triggered.poll();
    }
    triggered.add(call);
    return full;
  }

  /** Returns whether an older one had to go. They outlive the connection and the dialect. */
  boolean addTell(Notice notice) {
    boolean full = tells.size() >= MAX_NOTICES;
    if (full) {
      tells.poll();
    }
    tells.add(notice);
    return full;
  }

  /** It was not heard and is still true. */
  void tellAgain(Notice notice) {
    if (tells.size() < MAX_NOTICES) {
      tells.addFirst(notice);
    }
  }

  /** The oldest that may be told, of those before or behind the transactions. */
  Optional<Notice> nextTell(boolean accepted, boolean behind) {
    for (Iterator<Notice> all = tells.iterator(); all.hasNext(); ) {
      Notice next = all.next();
      // B02.FR.05: a pending station may still be given its certificate.
      if (next.afterTransactions() == behind && (accepted || next instanceof Notice.Signing)) {
        all.remove();
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Those that nobody will hear in time. */
  List<Notice> takeImpatient() {
    List<Notice> lost = new ArrayList<>();
    tells.removeIf(notice -> !notice.patient() && lost.add(notice));
    return lost;
  }

  Optional<Outgoing> nextTriggered() {
    return Optional.ofNullable(triggered.poll());
  }

  Optional<Outgoing> nextNotice() {
    return Optional.ofNullable(notices.poll());
  }

  /** The dialect or the connection is another one: what was asked for belongs to the old one. */
  void forgetCalls() {
    notices.clear();
    triggered.clear();
  }
}
