package energy.ebbflow.simulator.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.csms.transport.BenchClock;
import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.report.RunReport;
import energy.ebbflow.simulator.scenario.CheckResult;
import energy.ebbflow.simulator.scenario.Scenario;
import energy.ebbflow.simulator.timeline.Timeline;
import energy.ebbflow.simulator.timeline.Verdict;
import energy.ebbflow.simulator.trace.Trace;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One run: starts the three processes, follows what they tell, ends them in any case, judges. The
 * caller's thread owns everything but {@link #abort}.
 */
final class BenchRun {
  /** Notices that wait; beyond it the processes wait. */
  private static final int INBOX_MAX = 100_000;

  /** A process of ours is up within this, on the wall's clock, even on a busy machine. */
  static final long START_MILLIS_MAX = 60_000;

  /** After the vehicle has left, the last reports reach the back office within this. */
  static final double SETTLE_SECONDS_MAX = 20;

  /** Between the last event and the end, so that what is under way arrives. */
  private static final double QUIET_SECONDS = 1;

  /** An event waits so long, on the wall's clock, for earlier ones of the other processes. */
  private static final double HELD_SECONDS = 0.15;

  private static final long STOP_MILLIS_MAX = 5_000;
  private static final long POLL_MILLIS = 50;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Plan plan;
  private final Network network;
  private final Timeline timeline;
  private final Timeline second;
  private final RunFacts facts;
  private final Trace trace = new Trace();
  private final PriorityQueue<Held> held =
      new PriorityQueue<>(
          Comparator.comparingDouble((Held h) -> h.event().t()).thenComparingLong(Held::number));
  private long numbers;
  private final long epochMillis;
  private final BenchClock clock;
  private final BlockingQueue<Notice> inbox = new ArrayBlockingQueue<>(INBOX_MAX);
  private final Map<String, Child> children = new LinkedHashMap<>();
  private final Map<String, Integer> exits = new LinkedHashMap<>();
  private Optional<String> failure = Optional.empty();
  private Optional<Integer> port = Optional.empty();
  private final List<String> vehicles;
  private final Map<String, Double> vehiclesGone = new LinkedHashMap<>();
  private final Set<String> heard = new HashSet<>();
  private boolean up;
  private Crash crash;
  private boolean stopping;
  private volatile boolean aborted;

  /** Events of the same moment keep the order in which they came. */
  private record Held(TraceEvent event, long number) {}

  BenchRun(Plan plan, Network network, Timeline timeline, RunFacts facts, long epochMillis) {
    this.plan = plan;
    this.network = network;
    this.timeline = timeline;
    this.second = timeline.ofSecond();
    this.facts = facts;
    this.epochMillis = epochMillis;
    this.clock = new BenchClock(epochMillis, plan.speed());
    this.vehicles =
        plan.scenario().second().isPresent()
            ? List.of("ev", TraceEvent.SECOND_VEHICLE)
            : List.of("ev");
    this.crash = Crash.planned(plan.scenario().station().crashAfterSeconds());
  }

  /** Runs the scenario to its end. */
  RunReport run(Programs programs, Workspace workspace) throws IOException, InterruptedException {
    Scenario scenario = plan.scenario();
    note("info", scenario.name() + ": " + scenario.title());
    note("info", "network: " + network.description());
    try {
      Path board = workspace.board(scenario.station().board(), scenario.station().changes());
      start(
          "csms",
          network.atStation(programs.backOffice(network.backOfficePort())),
          workspace.log("csms"));
      awaitBackOffice();
      if (failure.isEmpty() && scenario.station().hardware().isPresent()) {
        List<String> hardware = network.atStation(programs.hardware(board));
        start("hardware", hardware, workspace.log("hardware"));
        awaitHardware();
      }
      if (failure.isEmpty()) {
        String url = "ws://127.0.0.1:" + port.orElse(0);
        List<String> station = network.atStation(programs.station(board, url));
        start("evse", station, workspace.log("evse"));
        startVehicles(programs, workspace);
        follow(station, workspace);
      }
    } finally {
      end();
    }
    release(Double.POSITIVE_INFINITY);
    timeline.finish();
    second.finish();
    trace.sort();
    RunFacts settled = new RunFacts();
    trace.events().forEach(settled::take);
    return new RunReport(
        scenario, verdict(settled), settled, trace, Instant.ofEpochMilli(epochMillis));
  }

  /** Ends every process at once; for the case that the bench itself is ended. Any thread. */
  void abort() {
    aborted = true;
    synchronized (children) {
      children.values().forEach(Child::kill);
    }
    network.close();
  }

  private void start(String who, List<String> command, Path log) throws IOException {
    synchronized (children) {
      if (!aborted) {
        children.put(who, Child.start(who, command, inbox, log));
      }
    }
  }

  /** One for each outlet. */
  private void startVehicles(Programs programs, Workspace workspace) throws IOException {
    List<Scenario.Vehicle> planned = plan.scenario().vehicles();
    for (int outlet = 1; outlet <= planned.size(); outlet++) {
      Path script = workspace.vehicleScript(outlet, planned.get(outlet - 1));
      String who = vehicles.get(outlet - 1);
      List<String> command = programs.vehicle(outlet, script);
      start(who, network.atVehicle(outlet, command), workspace.log(who));
    }
  }

  private void awaitBackOffice() throws InterruptedException {
    double limit = clock.seconds() + START_MILLIS_MAX / 1000.0 * plan.speed();
    while (port.isEmpty() && failure.isEmpty() && !aborted) {
      if (clock.seconds() > limit) {
        fail("the back office was not up within " + START_MILLIS_MAX / 1000 + " s");
      }
      poll();
    }
  }

  /** The firmware refuses a board whose devices are not there. */
  private void awaitHardware() throws InterruptedException {
    double limit = clock.seconds() + START_MILLIS_MAX / 1000.0 * plan.speed();
    while (!heard.contains("hardware") && failure.isEmpty() && !aborted) {
      if (clock.seconds() > limit) {
        fail("the played hardware was not up within " + START_MILLIS_MAX / 1000 + " s");
      }
      poll();
    }
  }

  private void follow(List<String> station, Workspace workspace)
      throws IOException, InterruptedException {
    double started = clock.seconds();
    double startMax = START_MILLIS_MAX / 1000.0 * plan.speed();
    double secondsMax = plan.scenario().secondsMax();
    while (failure.isEmpty() && !aborted) {
      poll();
      double now = clock.seconds();
      if (!up) {
        // Starting takes the wall's time, whatever the speed; the scenario's time comes after it.
        if (now - started > startMax) {
          fail("station and vehicle were not up within " + START_MILLIS_MAX / 1000 + " s");
        }
        up = heard.contains("evse") && heard.containsAll(vehicles);
        started = up ? now : started;
        continue;
      }
      crash(now, station, workspace);
      if (vehiclesGone.size() == vehicles.size() && !crash.underWay()) {
        double gone =
            vehiclesGone.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double since = now - Math.max(gone, crash.backAt());
        if ((settled() && since >= QUIET_SECONDS) || since >= SETTLE_SECONDS_MAX) {
          return;
        }
      } else if (now - started > secondsMax) {
        fail("not over after " + plain(secondsMax) + " s: " + whatIsMissing());
      }
    }
    if (aborted) {
      fail("interrupted");
    }
  }

  private void crash(double now, List<String> station, Workspace workspace) throws IOException {
    if (crash.due(facts.firstPower(), now)) {
      note("warning", "the firmware is killed (SIGKILL), as the scenario says");
      crash = crash.at(Crash.Stage.KILLED);
      Optional.ofNullable(children.get("evse")).ifPresent(Child::kill);
    } else if (crash.stage() == Crash.Stage.GONE) {
      note("info", "the firmware is started again");
      exits.remove("evse");
      start("evse", station, workspace.log("evse-again"));
      crash = crash.at(Crash.Stage.STARTED);
    }
  }

  /** Nothing is under way any more. */
  private boolean settled() {
    double open =
        facts.number(Fact.TRANSACTIONS).orElse(0.0)
            - facts.number(Fact.TRANSACTIONS_ENDED).orElse(0.0);
    // A firmware that was started again tells of the pilot line only when it changes.
    boolean unplugged =
        facts.text(Fact.PILOT).equals("A")
            && (vehicles.size() == 1 || facts.second().text(Fact.PILOT).equals("A"));
    return open == 0 && (crash.stage() == Crash.Stage.BACK || unplugged);
  }

  private String whatIsMissing() {
    int taken = facts.number(Fact.SCRIPT_STEPS).orElse(0.0).intValue();
    int steps = plan.scenario().csms().steps().size();
    return taken < steps
        ? "the back office still waits for '"
            + plan.scenario().csms().steps().get(taken).when()
            + "' (step "
            + (taken + 1)
            + " of "
            + steps
            + ")"
        : "the vehicle has not left";
  }

  private void poll() throws InterruptedException {
    Notice notice = inbox.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    while (notice != null) {
      take(notice);
      notice = inbox.poll();
    }
    release(clock.seconds() - HELD_SECONDS * plan.speed());
  }

  private void take(Notice notice) {
    switch (notice) {
      case Notice.Happened happened -> {
        TraceEvent event = happened.event();
        heard.add(happened.who());
        if (happened.who().equals("evse")) {
          crash = crash.back(clock.seconds());
        }
        show(event);
        if (event.is("state") && event.who().equals("csms") && event.number("port").isPresent()) {
          port = event.number("port").map(Double::intValue);
        }
        if (event.is("end") && vehicles.contains(event.who())) {
          vehiclesGone.putIfAbsent(event.who(), clock.seconds());
        }
      }
      case Notice.Noise noise -> note("info", noise.who() + " wrote: " + noise.line());
      case Notice.Exited exited -> exited(exited);
    }
  }

  private void exited(Notice.Exited exited) {
    exits.put(exited.who(), exited.code());
    if (stopping) {
      return;
    }
    if (vehicles.contains(exited.who()) && exited.code() == 0) {
      vehiclesGone.putIfAbsent(exited.who(), clock.seconds());
      return;
    }
    if (exited.who().equals("evse") && crash.stage() == Crash.Stage.KILLED) {
      crash = crash.at(Crash.Stage.GONE);
      return;
    }
    Child child = children.get(exited.who());
    List<String> last = child == null ? List.of() : child.lastLines();
    for (String line : last) {
      note("warning", exited.who() + ": " + line);
    }
    fail(
        people(exited.who())
            + " ended with code "
            + exited.code()
            + " in the middle of the run"
            + (last.isEmpty() ? "" : ": " + last.getLast().strip()));
  }

  private static String people(String who) {
    return switch (who) {
      case "evse" -> "the firmware";
      case "ev" -> "the vehicle";
      case TraceEvent.SECOND_VEHICLE -> "the second vehicle";
      case "hardware" -> "the played hardware";
      default -> "the back office";
    };
  }

  /** The vehicle first, then the station, then the back office, so that each can say goodbye. */
  private void end() throws InterruptedException {
    stopping = true;
    List<String> all = new ArrayList<>(vehicles);
    all.addAll(List.of("evse", "hardware", "csms"));
    for (String who : all) {
      Child child = children.get(who);
      if (child == null) {
        continue;
      }
      child.stop();
      if (!child.awaitEnd(STOP_MILLIS_MAX)) {
        note("warning", people(who) + " did not end within " + STOP_MILLIS_MAX + " ms; killed");
        child.kill();
        child.awaitEnd(STOP_MILLIS_MAX);
      }
      drain(who);
    }
    network.close();
  }

  private void drain(String who) throws InterruptedException {
    while (!exits.containsKey(who)) {
      Notice notice = inbox.poll(STOP_MILLIS_MAX, TimeUnit.MILLISECONDS);
      if (notice == null) {
        return;
      }
      take(notice);
    }
  }

  private Verdict verdict(RunFacts settled) {
    List<CheckResult> results = new ArrayList<>();
    plan.scenario().checks().forEach(check -> results.add(check.judge(settled)));
    List<CheckResult> failed = results.stream().filter(result -> !result.held()).toList();
    boolean passed = failure.isEmpty() && failed.isEmpty();
    String reason =
        failure.orElseGet(
            () ->
                failed.isEmpty()
                    ? "all " + results.size() + " checks held"
                    : failed.size()
                        + " of "
                        + results.size()
                        + " checks failed; "
                        + failed.getFirst().line());
    return new Verdict(
        plan.scenario().name(),
        passed,
        reason,
        results,
        network.description(),
        plan.speed(),
        clock.seconds() / plan.speed());
  }

  private void fail(String reason) {
    failure = failure.or(() -> Optional.of(reason));
    note("error", reason);
  }

  private void note(String level, String text) {
    ObjectNode body = JSON.createObjectNode();
    double t = clock.seconds();
    body.put("t", t).put("who", "bench").put("kind", "log").put("level", level).put("text", text);
    show(new TraceEvent(t, "bench", "log", body));
  }

  private void show(TraceEvent event) {
    if (trace.add(event)) {
      held.add(new Held(event, numbers++));
    }
  }

  /** Three processes tell of the same moments; shown is in the order of time. */
  private void release(double until) {
    Held first = held.peek();
    while (first != null && first.event().t() <= until) {
      held.remove();
      facts.take(first.event());
      if (first.event().ofSecond()) {
        second.take(first.event().alone());
      } else {
        timeline.take(first.event());
      }
      first = held.peek();
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
