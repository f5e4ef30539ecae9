package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The marker of one schema set: the processor writes its codec, with the document grammar and the
 * fragment grammar over all of the set's elements.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExiSet {
  /** The simple name of the codec class to write, in the package of the marker. */
  String codec();

  /** What people call the set. */
  String label();

  /** What the documents of the set have in common; one class. */
  Class<?>[] documents();

  /** Sets whose roots are roots of this set too. */
  Class<?>[] include() default {};

  /** The records that may be the root of a document. */
  Class<?>[] roots();

  /**
   * Global elements that no record stands for, as <code>{namespace}local</code>: abstract ones, and
   * those that cannot exist without elements of a foreign namespace. Counted in the codes and
   * rejected.
   */
  String[] unusedRoots() default {};

  /**
   * Local elements that no root leads to, as <code>{namespace}local</code>, for types that only
   * other sets use: they take part in the fragment grammar of the set. What they carry is what the
   * records of the other sets say.
   */
  String[] lostElements() default {};

  /**
   * Attributes of types that no record stands for, as <code>{namespace}local</code>: they take part
   * in the grammar of fragments whose name stands for several types.
   */
  String[] unusedAttributes() default {};
}
