package energy.ebbflow.simulator.scenario;

import energy.ebbflow.simulator.facts.Fact;
import energy.ebbflow.simulator.facts.RunFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that must be true at the end of a run. */
public sealed interface Check {
  /** What it is about, for people. */
  String name();

  /** Holds or not, and why. */
  CheckResult judge(RunFacts facts);

  /** Something that must be true at the second outlet. */
  record OfSecond(Check of) implements Check {
    @Override
    public String name() {
      return of.name();
    }

    @Override
    public CheckResult judge(RunFacts facts) {
      return of.judge(facts.second());
    }
  }

  /** A figure lies between two bounds, both included. */
  record Between(String name, Fact fact, double min, double max) implements Check {
    @Override
    public CheckResult judge(RunFacts facts) {
      Optional<Double> value = facts.number(fact);
      boolean held = value.filter(v -> v >= min && v <= max).isPresent();
      return new CheckResult(name, held, expected(), value.map(Between::plain).orElse("nothing"));
    }

    private String expected() {
      String what = fact.word() + " ";
      if (min == max) {
        return what + "= " + plain(min);
      }
      if (Double.isInfinite(max)) {
        return what + "≥ " + plain(min);
      }
      return Double.isInfinite(min)
          ? what + "≤ " + plain(max)
          : what + plain(min) + " … " + plain(max);
    }

    private static String plain(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e12
          ? String.valueOf((long) value)
          : String.format(Locale.ROOT, "%.3f", value);
    }
  }

  /** A text has one value. */
  record Equal(String name, Fact fact, String wanted) implements Check {
    @Override
    public CheckResult judge(RunFacts facts) {
      String value = facts.text(fact);
      return new CheckResult(
          name,
          value.equals(wanted),
          fact.word() + " = " + wanted,
          value.isEmpty() ? "nothing" : value);
    }
  }

  /** A message came so often. */
  record Count(String name, String message, double min, double max) implements Check {
    @Override
    public CheckResult judge(RunFacts facts) {
      int count = facts.messageCount(message);
      String expected =
          message
              + (min == max
                  ? " " + Between.plain(min) + " times"
                  : " " + Between.plain(min) + " to " + Between.plain(max) + " times");
      return new CheckResult(name, count >= min && count <= max, expected, count + " times");
    }
  }

  /** One of the processes said something that contains a text. */
  record Said(String name, String who, String part) implements Check {
    @Override
    public CheckResult judge(RunFacts facts) {
      Optional<String> line =
          facts.said(who).stream().filter(text -> text.contains(part)).findFirst();
      return new CheckResult(
          name, line.isPresent(), who + " says: … " + part + " …", line.orElse("nothing of it"));
    }
  }

  /** Messages came in this order; others may stand between them. */
  record Order(String name, List<String> messages) implements Check {
    public Order {
      messages = List.copyOf(messages);
    }

    @Override
    public CheckResult judge(RunFacts facts) {
      int next = 0;
      for (String message : facts.messageOrder()) {
        if (next < messages.size() && messages.get(next).equals(message)) {
          next++;
        }
      }
      boolean held = next == messages.size();
      return new CheckResult(
          name,
          held,
          messages.size() + " messages in this order",
          held
              ? "all of them"
              : "no " + messages.get(next) + " in its place (" + (next + 1) + ".)");
    }
  }
}
