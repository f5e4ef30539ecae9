package energy.ebbflow.exi.processor;

import java.util.List;

/**
 * The grammar of one record. State {@code i} is the state after particle {@code i - 1}; its
 * first-level productions are those of the particles from {@code i} up to the first mandatory one,
 * and, when no mandatory one is left, the wildcard, the end and, in mixed content, text (EXI 1.0,
 * section 8.5.4). Since {@code strict} is false there is always one more code, the escape to the
 * second level.
 *
 * <p>Codes are handled as absolute production numbers: {@link #base} of the particle plus the place
 * of the alternative. The code of a production in a state is its absolute number minus the state's
 * base.
 */
record TypeModel(
    String javaType,
    String packageName,
    String coderName,
    String label,
    boolean mixed,
    boolean wildcard,
    boolean nonEmpty,
    List<Particle> particles) {
  /** The bits that tell {@code count} values apart. */
  static int bitsFor(int count) {
    return 32 - Integer.numberOfLeadingZeros(count - 1);
  }

  String coder() {
    return packageName + "." + coderName;
  }

  /** The absolute number of the first production of particle {@code index}. */
  int base(int index) {
    int base = 0;
    for (int i = 0; i < index; i++) {
      base += particles.get(i).productions();
    }
    return base;
  }

  /** The absolute number of the end of the element. */
  int end() {
    return base(particles.size()) + (wildcard ? 1 : 0);
  }

  /** The bits of an event code in state {@code index}. */
  int width(int index) {
    return bitsFor(count(index) + 1);
  }

  /**
   * The bits of an event code in the state of particle {@code index} when it may repeat or go on.
   */
  int repeatWidth(int index) {
    return bitsFor(particles.get(index).productions() + count(index + 1) + 1);
  }

  /** The bits of an event code in the state of particle {@code index} when it must repeat. */
  int againWidth(int index) {
    Particle particle = particles.get(index);
    return bitsFor(particle.productions() + (mixed ? 1 : 0) + 1);
  }

  private int count(int index) {
    int count = 0;
    for (int i = index; i < particles.size(); i++) {
      Particle particle = particles.get(i);
      count += particle.productions();
      if (particle.min() > 0) {
        return count + (mixed && particle.kind() != Particle.Kind.ATTRIBUTE ? 1 : 0);
      }
    }
    if (nonEmpty && index == 0) {
      return count;
    }
    return count + 1 + (wildcard ? 1 : 0) + (mixed ? 1 : 0);
  }
}
