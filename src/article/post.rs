//! Posts of a thread on the walk: above each stands who wrote it and when.

use super::build::Builder;
use super::{Block, Mark, MarkKind, RichText};
use crate::boilerplate::Verdict;
use crate::dom::NodeId;
use crate::text::Span;

impl Builder<'_> {
    /// Whether a post's text is the element or stands in it.
    pub(super) fn holds_post(&self, node: NodeId) -> bool {
        let first = self.source.posts.partition_point(|post| post.body < node);
        self.source.posts.get(first).is_some_and(|post| self.source.document.contains(node, post.body))
    }

    /// Where a post's text begins, the line with its author and time.
    pub(super) fn attribution(&mut self, node: NodeId) {
        let source = self.source;
        let Ok(at) = source.posts.binary_search_by_key(&node, |post| post.body) else { return };
        if !self.range(node).any(|i| source.verdicts[i] == Verdict::Keep) {
            return;
        }
        let post = &source.posts[at];
        let text = |node: Option<NodeId>| node.map(|n| source.document.text_of(n)).unwrap_or_default();
        let (author, time) = (text(post.author), text(post.time));
        let name = Mark { span: Span::new(0, author.len()), kind: MarkKind::Strong };
        let marks = if author.is_empty() { Vec::new() } else { vec![name] };
        let parts = [author, time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        if !parts.is_empty() {
            self.push(Block::Paragraph(RichText { text: parts.join(" · "), marks, direction: None }));
        }
    }
}
