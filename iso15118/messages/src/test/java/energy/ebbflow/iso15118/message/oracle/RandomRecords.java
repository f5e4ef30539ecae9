package energy.ebbflow.iso15118.message.oracle;

import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Random records: every optional part, alternative, constant, bound and repetition turns up. */
final class RandomRecords {
  /** How the parts that may vary are chosen. */
  enum Mood {
    /** Optional parts absent, lists as short as may be. */
    LEAST,
    /** Optional parts present, lists at their maximum while the budget lasts. */
    MOST,
    /** Anything. */
    ANY
  }

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/#<>&\"' ";
  private static final int[] EXOTIC = {0xE4, 0xDF, 0x20AC, 0x4E2D, 0x1F50B, 0x7F, 0x80, 0x10FFFF};

  /** A long value counts as many elements. */
  private static final int OCTETS_PER_NODE = 16;

  private final RandomGenerator random;
  private final Mood mood;
  private int budget;
  private int longest = Integer.MAX_VALUE;

  RandomRecords(RandomGenerator random, Mood mood, int budget) {
    this.random = random;
    this.mood = mood;
    this.budget = budget;
  }

  /** Keeps values no longer than this, or than the schema's minimum. */
  RandomRecords withValuesUpTo(int length) {
    longest = length;
    return this;
  }

  /** A record, or value, for an element. */
  Object next(ExiRoot root) {
    if (!root.simple()) {
      return next(root.type());
    }
    for (RecordComponent component : root.owner().getRecordComponents()) {
      if (component.getName().equals(root.component())) {
        return value(component, root.type());
      }
    }
    throw new AssertionError(root + " names no component");
  }

  /** A record of the type. */
  <T> T next(Class<T> type) {
    budget--;
    if (type.isSealed()) {
      Class<?>[] alternatives = type.getPermittedSubclasses();
      return type.cast(next(alternatives[random.nextInt(alternatives.length)]));
    }
    if (type.getSimpleName().equals("PgpData")) {
      return type.cast(pgp(type));
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = component(components[i]);
    }
    return construct(type, components, arguments);
  }

  /** At least one of the two parts must be there. */
  private Object pgp(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = {component(components[0]), component(components[1])};
    if (arguments[0].equals(Optional.empty()) && arguments[1].equals(Optional.empty())) {
      arguments[random.nextInt(2)] = Optional.of(Octets.of((byte) 1, (byte) 2));
    }
    return construct(type, components, arguments);
  }

  private static <T> T construct(Class<T> type, RecordComponent[] components, Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new AssertionError("cannot make " + type + " of " + Arrays.toString(arguments), e);
    }
  }

  private Object component(RecordComponent component) {
    if (component.getType() == Optional.class) {
      return present() ? Optional.of(value(component, argument(component))) : Optional.empty();
    }
    if (component.getType() == List.class) {
      List<Object> list = new ArrayList<>();
      int size = size(component);
      for (int i = 0; i < size; i++) {
        list.add(value(component, argument(component)));
      }
      return list;
    }
    return value(component, component.getType());
  }

  private boolean present() {
    return switch (mood) {
      case LEAST -> false;
      case MOST -> true;
      case ANY -> random.nextBoolean();
    };
  }

  private int size(RecordComponent component) {
    Occurs occurs = component.getAnnotation(Occurs.class);
    Limit limit = component.getAnnotation(Limit.class);
    int max = occurs.max() == Occurs.UNBOUNDED ? limit.value() : occurs.max();
    if (mood == Mood.LEAST) {
      return occurs.min();
    }
    boolean full = mood == Mood.MOST || random.nextInt(10) == 0;
    if (full && max <= budget) {
      return max;
    }
    int some = occurs.min() + random.nextInt(4);
    return Math.min(max, mood == Mood.MOST ? Math.max(1, some) : some);
  }

  private static Class<?> argument(RecordComponent component) {
    return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }

  private Object value(RecordComponent component, Class<?> type) {
    budget--;
    if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == int.class || type == Integer.class) {
      Range range = component.getAnnotation(Range.class);
      return (int) whole(range.min(), range.max());
    }
    if (type == long.class || type == Long.class) {
      Range range = component.getAnnotation(Range.class);
      return range == null
          ? whole(Long.MIN_VALUE, Long.MAX_VALUE)
          : whole(range.min(), range.max());
    }
    if (type == BigInteger.class) {
      int bits = random.nextInt(8 * component.getAnnotation(Limit.class).value());
      BigInteger value = new BigInteger(bits, new java.util.Random(random.nextLong()));
      return random.nextBoolean() ? value : value.negate();
    }
    if (type == String.class) {
      return string(length(component));
    }
    if (type == Octets.class) {
      byte[] bytes = new byte[length(component)];
      budget -= bytes.length / OCTETS_PER_NODE;
      random.nextBytes(bytes);
      return Octets.of(bytes);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (type.isSealed() || type.isAnnotationPresent(ExiType.class)) {
      return next(type);
    }
    throw new AssertionError("no random " + type);
  }

  private long whole(long min, long max) {
    return switch (random.nextInt(6)) {
      case 0 -> min;
      case 1 -> max;
      case 2 -> clamp(random.nextInt(300) - 150, min, max);
      case 3 -> clamp(1L << random.nextInt(64), min, max);
      case 4 -> clamp(-(1L << random.nextInt(63)), min, max);
      default -> max == Long.MAX_VALUE ? random.nextLong() : random.nextLong(min, max + 1);
    };
  }

  private static long clamp(long value, long min, long max) {
    return Math.clamp(value, min, max);
  }

  private int length(RecordComponent component) {
    Length length = component.getAnnotation(Length.class);
    Limit limit = component.getAnnotation(Limit.class);
    int min = length == null ? 0 : length.min();
    int max = length != null ? length.max() : limit.each() > 0 ? limit.each() : limit.value();
    return switch (random.nextInt(6)) {
      case 0 -> min;
      case 1 -> Math.max(min, Math.min(max, longest));
      default -> Math.min(max, min + random.nextInt(24));
    };
  }

  private String string(int length) {
    StringBuilder text = new StringBuilder();
    budget -= length / OCTETS_PER_NODE;
    boolean exotic = random.nextInt(8) == 0;
    for (int i = 0; i < length; i++) {
      if (exotic && random.nextInt(4) == 0) {
        text.appendCodePoint(EXOTIC[random.nextInt(EXOTIC.length)]);
      } else {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
    }
    // White space at the ends, and more than one in a row, does not survive the way through XML.
    return text.toString().replaceAll("^ | $", "x").replace("  ", " x");
  }
}
