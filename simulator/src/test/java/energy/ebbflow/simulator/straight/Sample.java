package energy.ebbflow.simulator.straight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Call sites of every kind that the firmware has; what they come to is compared as text. */
final class Sample implements Supplier<String> {
  sealed interface Shape {}

  record Circle(double radius, float weight, long id, byte tag, boolean filled, char sign)
      implements Shape {}

  record Named(String name, Optional<Shape> inside, int[] numbers) implements Shape {}

  record Nothing() implements Shape {}

  enum Colour {
    RED,
    GREEN
  }

  /** An interface with private code in lambdas: it is the host of its own nest. */
  interface Greeting {
    default Supplier<String> twice(String word) {
      return () -> once(word) + once(word);
    }

    private String once(String word) {
      return word + "!";
    }
  }

  private static final class Greeter implements Greeting {}

  private int calls;

  private int called(int more) {
    calls += more;
    return calls;
  }

  private static String shape(Object any) {
    return switch (any) {
      case Circle circle when circle.filled() -> "disc " + circle.radius();
      case Circle circle -> "circle " + circle.radius();
      case Named(String name, Optional<Shape> inside, int[] numbers) ->
          name + " of " + numbers.length + inside.map(Sample::shape).orElse("");
      case Nothing nothing -> "nothing";
      case Colour colour -> "colour " + colour;
      case String text -> "text " + text;
      default -> "unknown";
    };
  }

  @Override
  public String get() {
    List<String> said = new ArrayList<>();
    int[] numbers = {3, 1, 2};
    Circle circle = new Circle(-0.0, Float.NaN, 7, (byte) 1, false, 'x');
    for (Object each :
        List.of(
            circle,
            new Circle(2, 0, 0, (byte) 0, true, 'y'),
            new Named("n", Optional.of(new Nothing()), numbers),
            Colour.GREEN,
            "t",
            4)) {
      said.add(shape(each));
    }
    lambdas(said, numbers);
    records(said, circle, numbers);
    return String.join("\n", said);
  }

  private void lambdas(List<String> said, int[] numbers) {
    String captured = "c";
    long wide = 1L << 40;
    double half = 0.5;
    Function<String, Integer> length = String::length;
    ToDoubleFunction<Integer> widened = Integer::intValue;
    BiFunction<Integer, Integer, Integer> unboxed = Math::max;
    IntBinaryOperator plain = Integer::sum;
    LongSupplier supplied = () -> wide + called(1);
    BooleanSupplier empty = captured::isEmpty;
    Supplier<List<String>> made = ArrayList::new;
    Function<Integer, int[]> array = int[]::new;
    Function<String, StringBuilder> constructed = StringBuilder::new;
    UnaryOperator<String> upper = text -> text.toUpperCase(Locale.ROOT) + captured + half;
    Function<Integer, Integer> mine = this::called;
    Runnable dropped = () -> called(100);
    dropped.run();
    said.add("" + length.apply("four") + widened.applyAsDouble(5) + unboxed.apply(1, 9));
    said.add("" + plain.applyAsInt(2, 3) + supplied.getAsLong() + empty.getAsBoolean());
    said.add("" + made.get() + array.apply(3).length + constructed.apply("s"));
    said.add(upper.apply("u") + mine.apply(10) + calls);
    said.add(new Greeter().twice("hi").get());
    said.add("" + List.of("b", "a").stream().sorted(Comparator.comparing(text -> text)).toList());
    said.add("" + Map.of("k", numbers.length).entrySet().stream().map(Object::toString).toList());
  }

  private static void records(List<String> said, Circle circle, int[] numbers) {
    Circle same = new Circle(-0.0, Float.NaN, 7, (byte) 1, false, 'x');
    Circle zero = new Circle(0.0, Float.NaN, 7, (byte) 1, false, 'x');
    Named named = new Named("n", Optional.empty(), numbers);
    said.add("" + circle.equals(same) + (circle.hashCode() == same.hashCode()));
    said.add("" + circle.equals(zero) + circle.equals(null) + circle.equals("no"));
    said.add("" + named.equals(new Named("n", Optional.empty(), numbers)));
    said.add("" + named.equals(new Named("m", Optional.empty(), numbers)));
    said.add("" + new Nothing().equals(new Nothing()) + new Nothing().hashCode() + circle);
  }
}
